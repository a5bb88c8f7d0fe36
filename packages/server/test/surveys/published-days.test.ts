// Which days are in what is published.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lastPublishedDay } from '../../src/surveys/published-days.ts';

test('whatever days and answers, two readings differ by nobody or by at least as many as a figure stands for', () => {
  const days = fc.array(fc.nat(12), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(days, fc.integer({ min: 5, max: 20 }), (counts, threshold) => {
      const all = counts.map((n, i) => ({ day: `2026-03-${String(i + 1).padStart(2, '0')}`, n }));
      const seen = (today: string) => {
        const asOf = lastPublishedDay(
          all.filter(({ day }) => day <= today),
          threshold,
          today,
        );
        return all.filter(({ day }) => asOf !== undefined && day <= asOf).reduce((sum, { n }) => sum + n, 0);
      };
      const readings = all.map(({ day }) => seen(day));
      for (const [i, reading] of readings.slice(1).entries()) {
        const more = reading - (readings[i] ?? 0);
        assert.ok(more === 0 || more >= threshold);
      }
    }),
  );
});
