// What has failed is tried again less and less often, and never given up.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { waitAfter } from '../../src/document-uploader/next-try.ts';

test('seconds between tries grow up to a minute', () => {
  const failures = [1, 2, 3, 4, 5, 6, 7, 100];
  assert.deepEqual(
    failures.map(waitAfter),
    [2, 4, 8, 16, 32, 60, 60, 60].map((seconds) => seconds * 1000),
  );
});
