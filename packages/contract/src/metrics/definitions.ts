// What each metric means. A definition that changes gets another version: figures of two versions are not compared.

import type { Cut } from './cuts.ts';
import { PERIOD_LENGTHS, type MetricId, type PeriodLength, type Unit } from './vocabulary.ts';

/** What figures can be narrowed to. */
export type MetricFilter = 'kind' | 'office' | 'partner';

export interface MetricDefinition {
  readonly definitionVersion: number;
  readonly definition: string;
  readonly unit: Unit;
  readonly filters: readonly MetricFilter[];
}

const ofCases = { definitionVersion: 1, filters: ['kind', 'office'] } as const;
const ofDocuments = { filters: ['kind', 'office', 'partner'] } as const;

export const METRIC_DEFINITIONS: Readonly<Record<MetricId, MetricDefinition>> = {
  received: {
    ...ofCases,
    unit: 'cases',
    definition: 'Applications sent in during the period, and expired ones that were opened again.',
  },
  completed: {
    ...ofCases,
    unit: 'cases',
    definition:
      'Applications that ended during the period: with a first decision (granted, refused, or closed otherwise), ' +
      'withdrawn, or expired (closed otherwise). A review of a decision does not count again.',
  },
  pending: {
    ...ofCases,
    unit: 'cases',
    definition: 'Applications that had been received and not completed when the period ended.',
  },
  clearance_ratio: {
    ...ofCases,
    unit: 'percent',
    definition: 'Completed over received in the same period; below 100 the number of pending cases grows.',
  },
  processing_time: {
    ...ofCases,
    definitionVersion: 2,
    unit: 'days',
    definition:
      'Whole days from the day a case was received to the day it was completed, for cases completed during the ' +
      'period: calendar days, working days (without weekends and public holidays), and apart from both the calendar ' +
      'days on which the case waited for the person (payment due, returned, action required). Told in brackets, by ' +
      'the last day of each: at most so many days.',
  },
  pending_age: {
    ...ofCases,
    definitionVersion: 2,
    unit: 'days',
    definition:
      'Calendar days since the first day of the month in which they were received, of the cases that were pending ' +
      'when the period ended.',
  },
  within_standard: {
    ...ofCases,
    definitionVersion: 2,
    unit: 'percent',
    definition:
      'Of the cases decided during the period that were given a service standard or a statutory time limit, the ' +
      'share that was decided on or before the last day that was named first. For a case that had expired and was ' +
      'opened again, the first day that was named in its opening or since.',
  },
  first_time_right: {
    ...ofDocuments,
    definitionVersion: 2,
    unit: 'percent',
    definition:
      'Of the documents whose first result came during the period and that replace no other, the share that was ' +
      'accepted without another copy being needed.',
  },
  verification_turnaround: {
    ...ofDocuments,
    definitionVersion: 3,
    unit: 'days',
    definition:
      'Calendar days from the day a document was here to the day a person first decided about it. Told in brackets, ' +
      'by the last day of each: at most so many days.',
  },
};

/**
 * The lengths of period that figures are published for. The more they are narrowed, the longer: all cases by month,
 * one kind, office or partner by quarter, a kind at an office by year. `undefined` where filters do not go together.
 */
export function periodsFor(
  filters: Pick<Cut, MetricFilter>,
): readonly [PeriodLength, ...PeriodLength[]] | undefined {
  const [month, quarter, year] = PERIOD_LENGTHS;
  const { kind, office, partner } = filters;
  const narrowed = [kind, office, partner].filter((each) => each !== undefined).length;
  if (narrowed === 0) return [month, quarter, year];
  if (narrowed === 1) return [quarter, year];
  return narrowed === 2 && partner === undefined ? [year] : undefined;
}
