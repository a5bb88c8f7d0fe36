// Reporter of the browser tests: how many passed, where nobody looks on.

import type { Reporter, TestSuiteResult } from '@web/test-runner';

export function tellCounts(): Reporter {
  return {
    onTestRunFinished({ sessions }) {
      const tests = sessions.flatMap(({ testResults }) => (testResults ? testsIn(testResults) : []));
      const skipped = tests.filter((test) => test.skipped).length;
      const passed = tests.filter((test) => test.passed && !test.skipped).length;
      const failed = tests.length - passed - skipped;
      console.log(`${sessions.length} files: ${passed} passed, ${failed} failed, ${skipped} skipped`);
    },
  };
}

function testsIn({ tests, suites }: TestSuiteResult): TestSuiteResult['tests'] {
  return [...tests, ...suites.flatMap(testsIn)];
}
