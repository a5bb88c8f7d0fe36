// npm test: everything, from nothing. `npm test -- <stage>` runs one stage.

import { globSync } from 'node:fs';
import { ensureBrowsers } from './browsers.ts';
import { ensureClamd } from './clamd.ts';
import { keepCompiled } from './compile-cache.ts';
import { openFailedTests } from './failed-tests/notes.ts';
import { runNodeTests } from './node-tests.ts';
import { ensureObjectStore } from './object-store.ts';
import { ensurePostgres } from './postgres.ts';
import { root, run } from './processes.ts';
import { ensureRedis } from './redis.ts';
import { runStages, type Stage } from './stages.ts';
import { captureTool, runTool, source } from './tools.ts';

const stages: readonly Stage[] = [
  { name: 'build', run: build },
  { name: 'check', run: check },
  { name: 'node', run: testInNode },
  { name: 'browsers', run: testInBrowsers },
  { name: 'walk', run: walk },
];

const failedTests = openFailedTests();

/** Four times what the longest takes on a slow machine, and half as much again as a whole stage. */
const limits = { testSeconds: 15 * 60, allSeconds: 45 * 60 };

/** First, because packaging checks, budgets and the tests of the bundle look at what is built. */
async function build(): Promise<boolean> {
  return (await runTool('npm', ['run', '--silent', 'build'])) === 0;
}

async function check(): Promise<boolean> {
  return (await run(process.execPath, source('packages/tooling/src/check.ts'))) === 0;
}

/**
 * Contract, SDK, server, tooling and examples; what touches the database runs on PGlite and on PostgreSQL, what keeps
 * files in a folder and on S3; wake-ups also go over Redis.
 */
async function testInNode(): Promise<boolean> {
  const files = globSync(['packages/*/test/**/*.test.ts', 'examples/*/test/**/*.test.ts'], {
    cwd: root,
  }).sort();
  const postgres = await ensurePostgres();
  const store = await ensureObjectStore();
  const redis = await ensureRedis();
  await ensureClamd();
  try {
    const env = {
      ...process.env,
      ...(postgres && { LINTAS_TEST_POSTGRES_URL: postgres.url }),
      ...(store && { LINTAS_TEST_S3_URL: store.url }),
      ...(redis && { LINTAS_TEST_REDIS_URL: redis.url }),
    };
    return await runNodeTests({ files, concurrency: 2, env, note: failedTests.fileOf('node'), ...limits });
  } finally {
    await redis?.stop();
    await store?.stop();
    await postgres?.stop();
  }
}

/** The widgets in all engines at once, against the real API; each engine has an API, and a port, of its own. */
async function testInBrowsers(): Promise<boolean> {
  const found = Object.keys(await ensureBrowsers());
  if (found.length === 0) return true;
  console.log(`Engines: ${found.join(', ')}. What each has to say comes when it is done.`);
  // Pages mostly wait: three take hardly longer than one.
  const passed = await Promise.all(found.map(testIn));
  return passed.every(Boolean);
}

async function testIn(engine: string): Promise<boolean> {
  const note = failedTests.fileOf(`browsers-${engine}`);
  const env = { ...process.env, LINTAS_TEST_ENGINE: engine, LINTAS_FAILED_TESTS: note };
  const { code, output } = await captureTool('wtr', [], { env, timeout: limits.allSeconds * 1000 });
  console.log(`\n-- ${engine}\n${output}`);
  return code === 0;
}

/** The examples as `npm start` runs them, used by hand-like steps; with files in a folder and on S3. */
async function walk(): Promise<boolean> {
  await ensureBrowsers();
  const store = await ensureObjectStore();
  const files = globSync('packages/tooling/test/walk/*-walk.ts', { cwd: root }).sort();
  // One after the other: the demonstration's ports are fixed.
  const env = { ...process.env, ...(store && { LINTAS_TEST_S3_URL: store.url }) };
  try {
    return await runNodeTests({ files, concurrency: 1, env, note: failedTests.fileOf('walk'), ...limits });
  } finally {
    await store?.stop();
  }
}

keepCompiled();
if (!(await runStages(stages, process.argv.slice(2)))) process.exitCode = 1;
const failed = failedTests.take();
if (failed) console.log(`\nFailed tests:\n${failed}`);
