// A failing stage is reported, and hides nothing that comes after it.

import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { runStages } from '../src/stages.ts';

function capturePrinted(context: TestContext): readonly string[] {
  const lines: string[] = [];
  for (const method of ['log', 'error'] as const) {
    context.mock.method(console, method, (line: unknown) => void lines.push(String(line)));
  }
  return lines;
}

test('stages after a failed one still run, and the last line counts both', async (context) => {
  const printed = capturePrinted(context);
  const ran: string[] = [];
  const stage = (name: string, result: () => boolean) => ({
    name,
    run: () => {
      ran.push(name);
      return Promise.resolve().then(result);
    },
  });
  const broken = (): boolean => {
    throw new Error('It broke.');
  };
  const passed = await runStages([
    stage('one', () => false),
    stage('two', broken),
    stage('three', () => true),
  ]);
  assert.equal(passed, false);
  assert.deepEqual(ran, ['one', 'two', 'three']);
  assert.ok(printed.includes('It broke.'));
  assert.equal(printed.at(-1), '1 passed, 2 failed');
});

test('a single stage can be chosen, and a misspelt one is an error', async (context) => {
  capturePrinted(context);
  const stages = [
    { name: 'good', run: () => Promise.resolve(true) },
    { name: 'bad', run: () => Promise.resolve(false) },
  ];
  assert.equal(await runStages(stages, ['good']), true);
  await assert.rejects(runStages(stages, ['goood']), /No goood; there are: good, bad/);
});
