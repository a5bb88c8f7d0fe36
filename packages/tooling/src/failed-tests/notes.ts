// Where the runners note which tests failed, so that the end of a long output says it again.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface FailedTests {
  /** The file in which a runner notes them, one in a line. */
  fileOf(stage: string): string;
  /** What was noted; then it is gone. */
  take(): string;
}

export function openFailedTests(): FailedTests {
  const folder = mkdtempSync(join(tmpdir(), 'lintas-failed-tests-'));
  return {
    fileOf: (stage) => join(folder, stage),
    take() {
      const noted = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
      rmSync(folder, { recursive: true });
      return noted.join('');
    },
  };
}
