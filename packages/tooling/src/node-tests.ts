// Test files in Node: what they say is printed, and noted for the list of failed tests. A test that hangs fails, and
// holds up nothing that comes after it.

import { root, run } from './processes.ts';

export interface NodeTests {
  /** Paths of the files, from the repository's root folder. */
  readonly files: readonly string[];
  /** How many files run at once. */
  readonly concurrency: number;
  readonly env: NodeJS.ProcessEnv;
  /** The file in which failed tests are noted. */
  readonly note: string;
  /** How long a test, or a group of tests, may take. */
  readonly testSeconds: number;
  /** How long all of them may take: a test that is over still hangs when something that it started runs on. */
  readonly allSeconds: number;
}

/** Runs the files, each in a process of its own; answers whether all tests passed. */
export async function runNodeTests(tests: NodeTests): Promise<boolean> {
  const options = [
    '--conditions=source',
    '--test',
    `--test-concurrency=${tests.concurrency}`,
    `--test-timeout=${tests.testSeconds * 1000}`,
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...['--test-reporter=./packages/tooling/src/failed-tests/from-node.ts'],
    ...[`--test-reporter-destination=${tests.note}`],
  ];
  const limits = { env: tests.env, cwd: root, timeout: tests.allSeconds * 1000 };
  return (await run(process.execPath, [...options, ...tests.files], limits)) === 0;
}
