// A test that hangs fails by its name, and what comes after it is not held up.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { NodeTests } from '../src/node-tests.ts';
import { capture } from '../src/processes.ts';

test('a test that never ends fails by its name, and those after it run', async (context) => {
  const { printed, failed } = await runFile(context, {
    lines: ["test('waits for ever', () => new Promise(() => {}));", "test('comes next', () => {});"],
    testSeconds: 1,
    allSeconds: 60,
  });
  assert.match(printed, /✔ comes next/);
  assert.match(failed, /waits for ever \(test timed out/);
});

test('a file that never ends, for what a test left behind in it, is noted when the time of all is over', async (context) => {
  const { printed, failed } = await runFile(context, {
    lines: ["test('leaves a timer behind', () => void setInterval(() => {}, 1000));"],
    testSeconds: 1,
    allSeconds: 5,
  });
  assert.match(printed, /✔ leaves a timer behind/);
  assert.match(failed, /hangs\.test\.mjs: was not over/);
});

/** Runs a file of these lines, which does not pass; answers what is printed, and what is noted of failed tests. */
async function runFile(
  context: TestContext,
  { lines, ...limits }: { lines: readonly string[]; testSeconds: number; allSeconds: number },
): Promise<{ printed: string; failed: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'lintas-test-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  const [file, note] = [join(folder, 'hangs.test.mjs'), join(folder, 'note')];
  writeFileSync(file, ["import { test } from 'node:test';", ...lines].join('\n'));
  // Within a test, Node would report to that one.
  const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
  const tests: NodeTests = { files: [file], concurrency: 1, env, note, ...limits };
  const module = JSON.stringify(import.meta.resolve('../src/node-tests.ts'));
  // In a process of its own, so that what fails on purpose is not printed among what does not.
  const program = `import { runNodeTests } from ${module}; console.log(await runNodeTests(${JSON.stringify(tests)}));`;
  const { output } = await capture(process.execPath, ['--input-type=module', '--eval', program], { env });
  assert.match(output, /^false$/m);
  return { printed: output, failed: readFileSync(note, 'utf8') };
}
