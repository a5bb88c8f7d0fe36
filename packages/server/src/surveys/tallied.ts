// Counters of all days as results are made of them. Free of I/O.

import { ANSWERED, DECLINED, type Counter } from './counting.ts';
import type { Day, Span } from './batches.ts';

/** A counter on a day. */
export interface CountRow extends Counter {
  readonly day: string;
  readonly n: number;
}

export interface Tallied {
  /** How many answered a question on each day. */
  days(question: string): readonly Day[];
  /** What a counter came to in each question's own span. */
  count(counter: Counter, span: Span): number;
}

/** @param rows in the order of their days */
export function talliedOf(rows: readonly CountRow[]): Tallied {
  const byCounter = new Map<string, Day[]>();
  const byQuestion = new Map<string, Map<string, number>>();
  const exact = new Set(rows.filter(({ value }) => value === ANSWERED).map(({ question }) => question));
  for (const { question, value, day, n } of rows) {
    const name = `${question} ${value}`;
    const days = byCounter.get(name);
    if (days) days.push({ day, n });
    else byCounter.set(name, [{ day, n }]);
    if (exact.has(question) ? value !== ANSWERED : value === DECLINED) continue;
    const answered = byQuestion.get(question) ?? new Map<string, number>();
    byQuestion.set(question, answered.set(day, (answered.get(day) ?? 0) + n));
  }
  return {
    days: (question) => [...(byQuestion.get(question) ?? [])].map(([day, n]) => ({ day, n })),
    count({ question, value }, { after, until }) {
      const days = byCounter.get(`${question} ${value}`) ?? [];
      const sum = days.reduce((all, { day, n }) => (day > after && day <= until ? all + n : all), 0);
      // Of a period somebody may have taken back what was counted in an earlier one.
      return Math.max(0, sum);
    },
  };
}
