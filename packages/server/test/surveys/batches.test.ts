// Which days are in what is published.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { batchEnds, spanOf, type Day } from '../../src/surveys/batches.ts';

const ofDays = (counts: readonly number[]): Day[] =>
  counts.map((n, i) => ({ day: `2026-03-${String(i + 1).padStart(2, '0')}`, n }));
const within = (days: readonly Day[], after: string, until: string): number =>
  days.reduce((sum, { day, n }) => (day > after && day <= until ? sum + n : sum), 0);

test('whatever days and answers, two readings differ by nobody or by at least as many as a figure stands for', () => {
  const answered = fc.array(fc.tuple(fc.nat(12), fc.nat(12)), { minLength: 1, maxLength: 31 });
  fc.assert(
    fc.property(answered, fc.integer({ min: 5, max: 20 }), (counts, threshold) => {
      const all = ofDays(counts.map(([n]) => n));
      // Not everybody answers a question, and some take their answers back.
      const some = ofDays(counts.map(([n, left]) => n - left));
      const seen = all.map((_, today) => {
        const over = all.slice(0, today);
        const ends = batchEnds(
          over,
          over.map(({ day }) => day),
          threshold,
        );
        return [over, some.slice(0, today)].map((days) => {
          const span = spanOf(batchEnds(days, ends, threshold), { first: '', last: '9' });
          return span ? within(days, span.after, span.until) : 0;
        });
      });
      for (const [today, readings] of seen.slice(1).entries()) {
        readings.forEach((reading, which) => {
          const more = reading - (seen[today]?.[which] ?? 0);
          assert.ok(more === 0 || more >= threshold);
        });
      }
    }),
  );
});

test('periods that follow on each other have every batch once, and no more than all of them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(12), { minLength: 31, maxLength: 31 }),
      fc.integer({ min: 1, max: 30 }),
      (counts, cut) => {
        const days = ofDays(counts);
        const ends = batchEnds(
          days,
          days.map(({ day }) => day),
          10,
        );
        const middle = days[cut - 1]?.day ?? '';
        const sum = (first: string, last: string): number => {
          const span = spanOf(ends, { first, last });
          return span ? within(days, span.after, span.until) : 0;
        };
        const [earlier, later] = [sum('', middle), sum(`${middle}+`, '9')];
        assert.equal(earlier + later, sum('', '9'));
        for (const part of [earlier, later]) assert.ok(part === 0 || part >= 10);
      },
    ),
  );
});
