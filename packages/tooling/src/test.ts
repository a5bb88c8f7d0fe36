// npm test: everything, from nothing. `npm test -- <stage>` runs one stage.

import { globSync } from 'node:fs';
import { ensureBrowsers } from './browsers.ts';
import { ensureClamd } from './clamd.ts';
import { ensureObjectStore } from './object-store.ts';
import { ensurePostgres } from './postgres.ts';
import { root, run } from './processes.ts';
import { runStages, type Stage } from './stages.ts';
import { runTool, source } from './tools.ts';

const stages: readonly Stage[] = [
  { name: 'build', run: build },
  { name: 'check', run: check },
  { name: 'node', run: testInNode },
  { name: 'browsers', run: testInBrowsers },
  { name: 'walk', run: walk },
];

/** First, because packaging checks, budgets and the tests of the bundle look at what is built. */
async function build(): Promise<boolean> {
  return (await runTool('npm', ['run', '--silent', 'build'])) === 0;
}

async function check(): Promise<boolean> {
  return (await run(process.execPath, source('packages/tooling/src/check.ts'))) === 0;
}

/**
 * Contract, SDK, server, tooling and examples; what touches the database runs on PGlite and on PostgreSQL, what keeps
 * files in a folder and on S3.
 */
async function testInNode(): Promise<boolean> {
  const files = globSync(['packages/*/test/**/*.test.ts', 'examples/*/test/**/*.test.ts'], {
    cwd: root,
  }).sort();
  const postgres = await ensurePostgres();
  const store = await ensureObjectStore();
  await ensureClamd();
  try {
    const env = {
      ...process.env,
      ...(postgres && { LINTAS_TEST_POSTGRES_URL: postgres.url }),
      ...(store && { LINTAS_TEST_S3_URL: store.url }),
    };
    const args = ['--conditions=source', '--test', '--test-concurrency=2', ...files];
    return (await run(process.execPath, args, { env })) === 0;
  } finally {
    await store?.stop();
    await postgres?.stop();
  }
}

/** The widgets in all engines, against the real API. */
async function testInBrowsers(): Promise<boolean> {
  const found = Object.keys(await ensureBrowsers());
  if (found.length === 0) return true;
  console.log(`Engines: ${found.join(', ')}`);
  return (await runTool('wtr', [])) === 0;
}

/** The examples as `npm start` runs them, used by hand-like steps. */
async function walk(): Promise<boolean> {
  await ensureBrowsers();
  const files = globSync('packages/tooling/test/walk/*-walk.ts', { cwd: root }).sort();
  // One after the other: the demonstration's ports are fixed.
  const args = ['--conditions=source', '--test', '--test-concurrency=1', ...files];
  return (await run(process.execPath, args)) === 0;
}

if (!(await runStages(stages, process.argv.slice(2)))) process.exitCode = 1;
