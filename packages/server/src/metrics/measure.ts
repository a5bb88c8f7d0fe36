// What a case contributes to the figures: free of I/O, so that following the log and starting anew give the same.

import {
  keyOf,
  periodOf,
  type Cut,
  type DayNumber,
  type FirstResult,
  type Period,
  type PeriodLength,
  type Spell,
} from '@lintas/contract';

/** What is known of a case for the figures. */
export interface MeasuredCase {
  readonly kind: string;
  readonly office: string | null;
  readonly spells: readonly Spell[];
  readonly results: readonly FirstResult[];
}

/** What is counted. A bucket is a number of days, a day, or 1 for yes and 0 for no. */
export const MEASURES = [
  /** Bucket: the day of arrival. */
  'received',
  /** Bucket: the day of arrival of what was completed. */
  'completed',
  'calendar_days',
  'working_days',
  'waiting_days',
  'within_standard',
  'first_time_right',
  'turnaround_days',
] as const;
export type Measure = (typeof MEASURES)[number];

/** How often something is counted. */
export interface Tally {
  readonly measure: Measure;
  readonly cut: string;
  readonly period: Period;
  readonly bucket: number;
  readonly count: number;
}

/** Everything that the case counts for. */
export function talliesOf({ kind, office, spells, results }: MeasuredCase): Tally[] {
  const group = { kind, office: office ?? '' };
  return [
    ...spells.flatMap((spell) => spellTallies(spell, group)),
    ...results.flatMap((result) => resultTallies(result, group)),
  ];
}

interface Group {
  readonly kind: string;
  readonly office: string;
}

function spellTallies({ from, waitingDays, end }: Spell, group: Group): Tally[] {
  const received = spread('received', from, casesBy(from, group));
  if (!end) return received;
  const { on, workingDays, outcome, withinStandard } = end;
  const cuts = casesBy(on, group);
  return [
    ...received,
    ...spread('completed', from, [...cuts, cutInPeriod({ outcome }, on, 'quarter')]),
    ...spread('calendar_days', on - from, cuts),
    ...spread('working_days', workingDays, cuts),
    ...spread('waiting_days', waitingDays, cuts),
    ...(withinStandard === null ? [] : spread('within_standard', Number(withinStandard), cuts)),
  ];
}

function resultTallies(
  { on, verifier, right, turnaroundDays }: FirstResult,
  { kind, office }: Group,
): Tally[] {
  const cuts = [
    cutInPeriod({}, on, 'month'),
    cutInPeriod({ kind }, on, 'quarter'),
    cutInPeriod({ office }, on, 'quarter'),
    cutInPeriod({ partner: verifier ?? '' }, on, 'quarter'),
  ];
  return [
    ...(right === null ? [] : spread('first_time_right', Number(right), cuts)),
    ...(turnaroundDays === null ? [] : spread('turnaround_days', turnaroundDays, cuts)),
  ];
}

/** Where something is counted: for a cut, in the shortest period that is published of it. */
type CutInPeriod = Pick<Tally, 'cut' | 'period'>;

function cutInPeriod(cut: Cut, day: DayNumber, length: PeriodLength): CutInPeriod {
  return { cut: keyOf(cut), period: periodOf(day, length) };
}

function casesBy(day: DayNumber, { kind, office }: Group): CutInPeriod[] {
  return [
    cutInPeriod({}, day, 'month'),
    cutInPeriod({ kind }, day, 'quarter'),
    cutInPeriod({ office }, day, 'quarter'),
    cutInPeriod({ kind, office }, day, 'year'),
  ];
}

function spread(measure: Measure, bucket: number, cuts: readonly CutInPeriod[]): Tally[] {
  return cuts.map(({ cut, period }) => ({ measure, cut, period, bucket, count: 1 }));
}

/** Adds tallies up. */
export interface Sheet {
  add(tallies: readonly Tally[]): void;
  /** Takes away what was added before. */
  subtract(tallies: readonly Tally[]): void;
  /** Each sum once, without those that come to nothing; in a fixed order. */
  sums(): Tally[];
}

export function openSheet(): Sheet {
  const sums = new Map<string, Tally & { count: number }>();
  const put = (tallies: readonly Tally[], sign: 1 | -1): void => {
    for (const tally of tallies) {
      const key = `${tally.measure} ${tally.cut} ${tally.period} ${tally.bucket}`;
      const sum = sums.get(key);
      if (sum) sum.count += sign * tally.count;
      else sums.set(key, { ...tally, count: sign * tally.count });
    }
  };
  return {
    add: (tallies) => put(tallies, 1),
    subtract: (tallies) => put(tallies, -1),
    sums: () =>
      [...sums]
        .filter(([, { count }]) => count !== 0)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([, tally]) => tally),
  };
}
