// Reporter of the browser tests: a line for each test that failed and why, to be said again at the end of a long run.

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

function failuresOf({ passed, browser, testFile, testResults, errors }: TestSession): string[] {
  if (passed !== false) return [];
  const failed = testResults ? failedOf(testResults) : [];
  const place = `${relative(root, testFile ?? '')}, ${browser.name}`;
  // Without a failed test, the file could not be loaded, or the browser was lost.
  const told = failed.length > 0 ? failed : [tell('the file as a whole', errors[0])];
  return told.map((each) => `${place}: ${each}\n`);
}

function failedOf({ tests, suites }: TestSuiteResult): string[] {
  return [
    ...tests.filter(({ passed, skipped }) => !passed && !skipped).map(({ name, error }) => tell(name, error)),
    ...suites.flatMap(failedOf),
  ];
}

function tell(name: string, error: { readonly message: string } | undefined): string {
  return error ? `${name} (${error.message.replaceAll(/\s+/g, ' ')})` : name;
}
