// Waits: what the API asks for is understood, and what nobody asked for is spread by chance.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { backoff, parseRetryAfter } from '../src/retry.ts';
import { DEFAULT_TIMING } from '../src/timing.ts';

const now = Date.parse('2026-03-01T09:30:00Z');

describe('Retry-After', () => {
  test('seconds are taken as they are', () => {
    fc.assert(fc.property(fc.nat(), (seconds) => assert.equal(parseRetryAfter(`${seconds}`, now), seconds)));
  });

  test('a date is the whole seconds until then, and never less than none', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (seconds) => {
        const date = new Date(now + seconds * 1000).toUTCString();
        assert.equal(parseRetryAfter(date, now), Math.max(0, seconds));
      }),
    );
  });

  test('the two obsolete forms of a date are read too', () => {
    assert.equal(parseRetryAfter('Sunday, 01-Mar-26 09:30:05 GMT', now), 5);
    assert.equal(parseRetryAfter('Sun Mar  1 09:30:05 2026', now), 5);
  });

  test('anything else says nothing', () => {
    for (const header of [null, '', 'soon', '-3', '1.5', '1e3', '0x10', '2026-03-01T09:30:05Z', 'Mon, no']) {
      assert.equal(parseRetryAfter(header, now), undefined, String(header));
    }
  });
});

describe('backoff', () => {
  test('lies between nothing and a bound that doubles up to the longest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), (failures) => {
        const { firstBackoff, maxBackoff } = DEFAULT_TIMING;
        const wait = backoff(failures, DEFAULT_TIMING);
        assert.ok(wait >= 0 && wait <= Math.min(maxBackoff, firstBackoff * 2 ** (failures - 1)));
      }),
    );
  });

  test('is not the same for everybody', () => {
    const waits = new Set(Array.from({ length: 50 }, () => backoff(5, DEFAULT_TIMING)));
    assert.ok(waits.size > 40);
  });
});
