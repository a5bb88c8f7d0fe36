// Reporter of the browser tests: a line for each test that failed, to be said again at the end of a long run.

import { appendFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, TestSession, TestSuiteResult } from '@web/test-runner';
import { root } from '../processes.ts';

/** Adds them to `path`. */
export function listFailedTo(path: string): Reporter {
  return {
    onTestRunFinished({ sessions }) {
      appendFileSync(path, sessions.flatMap(failuresOf).join(''));
    },
  };
}

function failuresOf({ passed, browser, testFile, testResults }: TestSession): string[] {
  if (passed !== false) return [];
  const names = testResults ? namesOfFailed(testResults) : [];
  const place = `${relative(root, testFile ?? '')}, ${browser.name}`;
  // Without a failed test, the file could not be loaded, or the browser was lost.
  return (names.length > 0 ? names : ['the file as a whole']).map((name) => `${place}: ${name}\n`);
}

function namesOfFailed({ tests, suites }: TestSuiteResult): string[] {
  return [
    ...tests.filter(({ passed, skipped }) => !passed && !skipped).map(({ name }) => name),
    ...suites.flatMap(namesOfFailed),
  ];
}
