// Lengths that tell nothing, and depths that are counted rightly.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { depthOf, MAX_BODY_BYTES } from '../../src/http/body.ts';
import { byteLength, padJson, sizeClass } from '../../src/http/padding.ts';

test('padding keeps the value and brings the text to its class', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const padded = padJson(JSON.stringify(value));
      assert.deepEqual(JSON.parse(padded), JSON.parse(JSON.stringify(value)));
      assert.equal(byteLength(padded), sizeClass(byteLength(padded)));
    }),
  );
});

test('there are few classes, and none wastes more than half', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), (length) => {
      assert.ok(
        sizeClass(length) >= length && (sizeClass(length) === 1024 || sizeClass(length) < 2 * length),
      );
    }),
  );
});

test('the depth of any JSON is what its parser finds', () => {
  const parsed = (value: unknown): number =>
    typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(parsed)) : 0;
  fc.assert(
    fc.property(fc.jsonValue(), (value) => assert.equal(depthOf(JSON.stringify(value)), parsed(value))),
  );
});

test('a body that is made to be counted slowly is counted as fast as any other', () => {
  const hostile = ['"' + '\\"'.repeat(MAX_BODY_BYTES / 2), '"' + '\\\\"'.repeat(MAX_BODY_BYTES / 3), '"\\'];
  for (const text of [...hostile, ...hostile.map((each) => `${each}\\`)]) {
    const startedAt = performance.now();
    assert.equal(depthOf(`[${text}`), 1);
    // A few milliseconds; ten seconds if strings without an end were looked at again from each quote in them.
    assert.ok(performance.now() - startedAt < 2000);
  }
});
