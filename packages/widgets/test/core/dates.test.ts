// A deadline is the same day for everybody, whatever language and calendar they live by.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  formatAge,
  formatDay,
  formatDayRange,
  formatDeadline,
  formatDuration,
  formatInstant,
  formatTime,
  localDay,
  type Reader,
} from '../../src/core/dates.ts';

const TAGS =
  'id en fa fa-AF prs ps ar ar-SA ar-XB so my rhg rhg-Rohg ur ta si ti am om fr zh-Hans ko ja ru hi bn ms sw ckb th'.split(
    ' ',
  );
const readerOf = (tag: string): Reader => ({ lang: tag, wanted: tag });
const english = readerOf('en');
const indonesian = readerOf('id');

describe('a deadline', () => {
  const deadline = { at: '2026-03-20T09:00:00Z', zone: 'Asia/Jakarta' };

  test('reads as people write it, with the zone that it is meant in', () => {
    assert.equal(formatDeadline(deadline, english), 'Friday, 20 March 2026, 16:00 WIB');
    assert.equal(formatDeadline(deadline, indonesian), 'Jumat, 20 Maret 2026, 16.00 WIB');
  });

  test('parts day and time by the comma of the script', () => {
    for (const tag of ['ar', 'ar-SA', 'fa', 'fa-AF']) {
      const text = formatDeadline(deadline, readerOf(tag));
      assert.match(text, /، 16:00 WIB$/u, text);
      assert.doesNotMatch(text, /,/, text);
    }
    assert.match(formatInstant(deadline.at, 'minute', readerOf('fa'), 'Asia/Jakarta'), /، 16:00$/u);
  });

  const zones = [
    ['Asia/Jakarta', /16:00 WIB$/],
    ['Asia/Pontianak', /16:00 WIB$/],
    ['Asia/Makassar', /17:00 WITA$/],
    ['Asia/Jayapura', /18:00 WIT$/],
    ['Europe/Paris', /10:00 (CET|GMT\+1)$/],
    ['Nowhere/Atlantis', /09:00 UTC$/],
  ] as const;
  for (const [zone, expected] of zones) {
    test(`is told in ${zone}`, () => assert.match(formatDeadline({ ...deadline, zone }, english), expected));
  }

  test('is the same Gregorian day in Latin digits in every language', () => {
    for (const tag of TAGS) {
      const text = formatDeadline(deadline, readerOf(tag));
      assert.match(text, /20\D/, `${tag}: ${text}`);
      assert.match(text, /2026/, `${tag}: ${text}`);
      assert.match(text, /16[:.]00/, `${tag}: ${text}`);
      assert.doesNotMatch(text, /(?![0-9])\p{Nd}/u, `${tag}: ${text}`);
    }
  });

  test('belongs to the day that it is in its own zone', () => {
    const late = { at: '2026-03-20T22:30:00Z', zone: 'Asia/Jayapura' };
    for (const tag of TAGS) {
      const text = formatDeadline(late, readerOf(tag));
      assert.match(text, /21\D.*07[:.]30 WIT/u, `${tag}: ${text}`);
    }
  });

  test('written in a language that the device does not know is English, not what the device is set to', () => {
    assert.equal(formatDeadline(deadline, readerOf('rhg')), formatDeadline(deadline, english));
    assert.equal(formatDeadline(deadline, readerOf('no-such-tag!')), formatDeadline(deadline, english));
  });
});

describe('every calendar day', () => {
  test('keeps day and year in all languages', () => {
    const day = fc
      .date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.constantFrom(...TAGS), (date, tag) => {
        const [year = '', , dayOfMonth = ''] = date.split('-');
        const digits: readonly string[] = formatDay(date, readerOf(tag)).match(/\d+/g) ?? [];
        assert.ok(digits.includes(year), `${tag}: ${digits.join()}`);
        assert.ok(digits.map(Number).includes(Number(dayOfMonth)), `${tag}: ${digits.join()}`);
      }),
    );
  });

  test('is shown a second time in the calendar of the reader, where that is another', () => {
    const at = '2026-03-20T12:00:00Z';
    const local = (tag: string) => localDay(at, { lang: 'en', wanted: tag });
    assert.match(local('fa') ?? '', /۱۴۰۴/);
    assert.match(local('fa-AF') ?? '', /۱۴۰۴/);
    assert.match(local('prs') ?? '', /۱۴۰۴/);
    assert.match(local('ps') ?? '', /۱۴۰۴/);
    for (const tag of ['id', 'en', 'ar', 'so', 'my', 'ur', 'rhg']) assert.equal(local(tag), undefined, tag);
  });

  test('of a deadline is the same in both calendars', () => {
    // In Jayapura it is already the first day of the Persian year, in UTC it is not.
    const at = '2026-03-20T16:00:00Z';
    assert.match(localDay(at, { lang: 'en', wanted: 'fa' }, 'Asia/Jayapura') ?? '', /^۱ فروردین ۱۴۰۵/);
  });

  test('is told in UTC where the device does not know the zone, as the deadline beside it is', () => {
    const at = '2026-03-20T22:30:00Z';
    const persian = { lang: 'en', wanted: 'fa' };
    assert.equal(localDay(at, persian, 'Mars/Olympus'), localDay(at, persian, 'UTC'));
  });
});

describe('a range', () => {
  test('names what both days share once', () => {
    assert.match(formatDayRange('2026-03-03', '2026-03-17', english), /^3\s?–\s?17 March 2026$/);
  });

  test('stays Gregorian in every language', () => {
    for (const tag of TAGS) {
      const text = formatDayRange('2026-03-03', '2026-05-17', readerOf(tag));
      for (const part of [/0?3\D/, /17/, /2026/]) assert.match(text, part, `${tag}: ${text}`);
    }
  });
});

describe('when something happened', () => {
  const at = '2026-03-20T00:00:00Z';

  test('a day that is known only as a day gets no hour, and stays that day in every zone', () => {
    for (const zone of ['Pacific/Honolulu', 'Asia/Jakarta', 'Pacific/Kiritimati']) {
      assert.equal(formatInstant(at, 'day', english, zone), '20 March 2026');
    }
  });

  test('a minute is told in the zone of the reader', () => {
    assert.equal(formatInstant(at, 'minute', english, 'Asia/Jakarta'), '20 March 2026, 07:00');
    assert.equal(formatInstant(at, 'minute', english, 'Pacific/Honolulu'), '19 March 2026, 14:00');
    assert.equal(formatTime(at, indonesian, 'Asia/Jakarta'), '07.00');
  });

  test('a precision that only a newer server knows is shown as a day', () => {
    assert.equal(formatInstant(at, 'hour', english, 'Asia/Jakarta'), '20 March 2026');
  });
});

describe('a time to wait', () => {
  const cases = [
    [12 * 60_000, '12 minutes', '12 menit'],
    [11 * 60_000 + 1, '12 minutes', '12 menit'],
    [60_000, '1 minute', '1 menit'],
    [45_000, '45 seconds', '45 detik'],
    [2 * 3_600_000, '2 hours', '2 jam'],
    [0, '0 seconds', '0 detik'],
  ] as const;
  for (const [milliseconds, inEnglish, inIndonesian] of cases) {
    test(inEnglish, () => {
      assert.equal(formatDuration(milliseconds, english), inEnglish);
      assert.equal(formatDuration(milliseconds, indonesian), inIndonesian);
    });
  }
});

describe('an age', () => {
  const now = Date.parse('2026-03-20T12:00:00Z');
  test('is told in the largest unit that has passed', () => {
    assert.equal(formatAge('2026-03-20T11:55:00Z', now, english), '5 minutes ago');
    assert.equal(formatAge('2026-03-20T11:55:00Z', now, indonesian), '5 menit yang lalu');
    assert.equal(formatAge('2026-03-19T11:00:00Z', now, english), 'yesterday');
  });

  test('is never in the future, when the clock of the device is behind', () => {
    assert.equal(formatAge('2026-03-20T12:03:00Z', now, english), 'now');
  });
});
