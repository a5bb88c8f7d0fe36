// Rollups as figures are made of them: how many in a longer period, and what had not ended by its end.

import {
  arrivalTold,
  cutOf,
  daysOf,
  lengthOf,
  partsOf,
  periodOf,
  type Cut,
  type DayNumber,
  type Histogram,
  type Period,
  type PeriodLength,
} from '@lintas/contract';
import type { Measure } from './measure.ts';

/** A sum of rollups. */
export interface CountRow {
  readonly measure: Measure;
  readonly cut: string;
  readonly period: Period;
  /** Of measures that are a yes or a no: which. */
  readonly answer: number;
  readonly count: number;
}

export interface Counted {
  /** How many in a period; of yes and no those that answered `answer`. */
  count(measure: Measure, cut: string, period: Period, answer?: number): number;
  /** How many had been received and not completed when a period ended. */
  pending(cut: string, period: Period): number;
}

export function countedOf(rows: readonly CountRow[]): Counted {
  const counts = new Map<string, number>();
  const flows = new Map<string, CountRow[]>();
  for (const row of rows) {
    counts.set([row.measure, row.cut, row.period, row.answer].join(' '), row.count);
    if (row.measure === 'received' || row.measure === 'completed') {
      flows.set(row.cut, [...(flows.get(row.cut) ?? []), row]);
    }
  }
  return {
    count: (measure, cut, period, answer = 0) =>
      storedParts(cut, period).reduce(
        (sum, part) => sum + (counts.get([measure, cut, part, answer].join(' ')) ?? 0),
        0,
      ),
    pending(cut, period) {
      const { last } = daysOf(period);
      return (flows.get(cut) ?? [])
        .filter((row) => daysOf(row.period).last <= last)
        .reduce((sum, { measure, count }) => sum + (measure === 'received' ? count : -count), 0);
    },
  };
}

/** A row of the rollups of one cut. */
export interface BucketRow {
  readonly measure: Measure;
  readonly period: Period;
  readonly bucket: number;
  readonly count: number;
}

export interface Buckets {
  histogram(measure: Measure, period: Period): Histogram;
  /** How many calendar days those that are pending at the end of a period had been there, by the month of arrival. */
  ages(period: Period): Histogram;
}

export function bucketsOf(cut: string, rows: readonly BucketRow[]): Buckets {
  const byPeriod = new Map<string, BucketRow[]>();
  for (const row of rows) {
    const key = `${row.measure} ${row.period}`;
    const all = byPeriod.get(key);
    if (all) all.push(row);
    else byPeriod.set(key, [row]);
  }
  const told = new Map<DayNumber, DayNumber>();
  const toldOf = (arrival: DayNumber): DayNumber => {
    const day = told.get(arrival) ?? arrivalTold(arrival);
    told.set(arrival, day);
    return day;
  };
  const add = (histogram: Map<number, number>, bucket: number, count: number): void =>
    void histogram.set(bucket, (histogram.get(bucket) ?? 0) + count);
  return {
    histogram(measure, period) {
      const histogram = new Map<number, number>();
      for (const part of storedParts(cut, period)) {
        for (const row of byPeriod.get(`${measure} ${part}`) ?? []) add(histogram, row.bucket, row.count);
      }
      return histogram;
    },
    ages(period) {
      const { last } = daysOf(period);
      const histogram = new Map<number, number>();
      for (const { measure, period: within, bucket, count } of rows) {
        if (daysOf(within).last > last) continue;
        if (measure === 'received') add(histogram, last - toldOf(bucket), count);
        if (measure === 'completed') add(histogram, last - toldOf(bucket), -count);
      }
      return histogram;
    },
  };
}

/** The periods of a cut that are stored, and that make up a longer one. */
function storedParts(cut: string, period: Period): Period[] {
  const stored = storedLength(cut);
  if (lengthOf(period) === stored) return [period];
  return partsOf(period).flatMap((part) => storedParts(cut, part));
}

function storedLength(cut: string): PeriodLength {
  const narrowed = Object.values<Cut[keyof Cut]>(cutOf(cut)).length;
  return narrowed === 0 ? 'month' : narrowed === 1 ? 'quarter' : 'year';
}

/** The period of the same length before. */
export function periodBefore(period: Period): Period {
  return periodOf(daysOf(period).first - 1, lengthOf(period));
}
