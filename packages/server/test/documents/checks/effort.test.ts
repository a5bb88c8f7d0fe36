// A hostile PDF keeps nobody waiting: the work that it takes to look into one grows with its length, whatever is in it.
// Work is counted, not timed.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { budgetFor } from '../../../src/node/inspection/pdf-budget.ts';
import { findReason } from '../../../src/node/inspection/pdf-contents.ts';
import { HONEST } from './honest-files.ts';
import { TANGLED_PDFS } from './tangled-pdfs.ts';

const MEBIBYTE = 1024 * 1024;

async function count(file: Buffer) {
  const [before, left] = [budgetFor(file.length), budgetFor(file.length)];
  const reason = await findReason(file, left);
  const objects = before.objects - left.objects;
  const mayRead = 4 * (file.length + objects);
  return {
    reason,
    objects,
    mayRead,
    read: mayRead - left.reading,
    unpacked: before.unpacking - left.unpacking,
  };
}

describe('looking into', () => {
  for (const { name, reason, file } of TANGLED_PDFS) {
    test(`${name} ends as soon as it has cost enough`, async () => {
      const made = file(2 * MEBIBYTE);
      const found = await count(made);
      assert.equal(found.reason, reason);
      // What ends it is the last that is read or unpacked.
      assert.ok(found.read <= found.mayRead + made.length);
      assert.ok(found.unpacked <= 1025 * MEBIBYTE);
      assert.ok(found.objects <= 32 * MEBIBYTE + made.length);
    });
  }

  for (const { name, file } of HONEST.filter(({ type }) => type === 'application/pdf')) {
    test(`${name} costs far less than it may`, async () => {
      const { reason, read, mayRead, unpacked } = await count(await file());
      assert.equal(reason, undefined);
      assert.ok(read < mayRead / 2);
      assert.ok(unpacked < 150 * MEBIBYTE);
    });
  }
});
