// Points in time: what is one, which comes first, and which zones there are.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { compareInstants, DeadlineInput, InstantInput, isZone, PlainDateInput } from '@lintas/contract';

const takes = (schema: typeof InstantInput, value: unknown): boolean => schema.safeParse(value).success;

describe('an instant', () => {
  test('is every moment that a clock can tell, in UTC', () => {
    const moments = fc.date({
      min: new Date('0001-01-01'),
      max: new Date('9999-12-31'),
      noInvalidDate: true,
    });
    fc.assert(fc.property(moments, (moment) => takes(InstantInput, moment.toISOString())));
  });

  test('is nothing else', () => {
    const wrong = [
      ...['', '2026-03-01', '2026-03-01T09:30Z', '2026-03-01 09:30:00Z', '2026-03-01T09:30:00'],
      ...['2026-03-01T09:30:00+07:00', '2026-03-01T09:30:00+00:00', '2026-03-01t09:30:00z'],
      ...['2026-02-29T00:00:00Z', '2026-13-01T00:00:00Z', '2026-03-32T00:00:00Z', '2026-00-10T00:00:00Z'],
      ...['2026-03-01T24:00:00Z', '2026-03-01T23:60:00Z', '2026-03-01T23:59:60Z'],
      ...['2026-03-01T09:30:00.Z', '2026-03-01T09:30:00.1234567890Z', '+02026-03-01T09:30:00Z'],
      ...[' 2026-03-01T09:30:00Z', '2026-03-01T09:30:00Z\n', '٢٠٢٦-03-01T09:30:00Z', '0000-03-01T09:30:00Z'],
      ...[1772357400, null, new Date(0)],
    ];
    for (const value of wrong) assert.ok(!takes(InstantInput, value), String(value));
  });

  test('comes before, with or after another, however many digits its seconds have', () => {
    assert.ok(compareInstants('2026-03-01T09:30:00Z', '2026-03-01T09:30:00.5Z') < 0);
    assert.ok(compareInstants('2026-03-01T09:30:00.5Z', '2026-03-01T09:30:00Z') > 0);
    assert.equal(compareInstants('2026-03-01T09:30:00.500Z', '2026-03-01T09:30:00.5Z'), 0);
    assert.equal(compareInstants('2026-03-01T09:30:00Z', '2026-03-01T09:30:00.000Z'), 0);
    assert.ok(compareInstants('2026-03-01T09:30:00.000000001Z', '2026-03-01T09:30:00Z') > 0);
    const moment = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    const written = fc.tuple(moment, fc.boolean()).map(([date, short]) => ({
      date,
      text: short
        ? date.toISOString().replace(/\.?0*Z$/, (end) => (end.startsWith('.') ? 'Z' : end))
        : date.toISOString(),
    }));
    fc.assert(
      fc.property(written, written, (one, other) => {
        assert.equal(compareInstants(one.text, other.text), Math.sign(Number(one.date) - Number(other.date)));
      }),
    );
  });
});

test('a calendar day is a day that there is', () => {
  for (const day of ['2026-03-01', '2024-02-29', '2000-02-29', '9999-12-31'])
    assert.ok(takes(PlainDateInput, day));
  for (const day of [
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '0000-01-01',
    '2026-3-1',
    '01-03-2026',
    '2026-03-01T00:00:00Z',
  ]) {
    assert.ok(!takes(PlainDateInput, day), day);
  }
});

test('a deadline names a zone that every calendar knows, by its IANA name', () => {
  const at = '2026-04-01T09:00:00Z';
  for (const zone of ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'UTC', 'America/Argentina/Ushuaia']) {
    assert.ok(isZone(zone));
    assert.ok(DeadlineInput.safeParse({ at, zone }).success, zone);
  }
  // Offsets are zones to new engines and an error to older ones.
  for (const zone of ['', 'WIB', 'Asia/Nowhere', '+07:00', '-0700', '../etc/passwd', 'x'.repeat(10_000)]) {
    assert.ok(!isZone(zone), zone);
    assert.ok(!DeadlineInput.safeParse({ at, zone }).success, zone);
  }
});
