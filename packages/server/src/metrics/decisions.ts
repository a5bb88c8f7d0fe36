// Which counts of an authority are published: every table of them, protected together.

import {
  flowToLeaveOut,
  keyOf,
  OUTCOME_CLASSES,
  publishFlow,
  publishStock,
  type Counts,
  type Cut,
  type Period,
  type PublishedCount,
  type PublishedCounts,
} from '@lintas/contract';
import { periodBefore, type Counted } from './tallied.ts';
import type { Measure } from './measure.ts';

/** What became of every count. */
export interface Decisions {
  readonly received: PublishedCounts;
  readonly completed: PublishedCounts;
  readonly pending: PublishedCounts;
  readonly within: PublishedCounts;
  readonly over: PublishedCounts;
  readonly right: PublishedCounts;
  readonly wrong: PublishedCounts;
  readonly turnaround: PublishedCounts;
}

/** The groups that there are. A case without an office, or a document that no organisation reviewed, is in `''`. */
export interface Groups {
  readonly kind: readonly string[];
  readonly office: readonly string[];
  readonly partner: readonly string[];
}

export function decide(counted: Counted, periods: Counts['periods'], groups: Groups): Decisions {
  const { kind, office, partner } = groups;
  const ofCases = { periods, groups: { kind, office } };
  const ofDocuments = { periods, groups: { kind, office, partner } };
  const by =
    (measure: Measure, answer = 0) =>
    (cut: Cut, period: Period): number =>
      counted.count(measure, keyOf(cut), period, answer);
  const pending = publishStock({
    ...ofCases,
    count: (cut, period) => counted.pending(keyOf(cut), period),
  });
  const leavesOut =
    (flow: 'received' | 'completed') =>
    (cut: Cut, period: Period): boolean => {
      if (cut.outcome !== undefined) return false;
      const before = pendingBefore(pending, periods, cut, period);
      const [received, completed] = [by('received')(cut, period), by('completed')(cut, period)];
      return flowToLeaveOut({ before, after: pending(cut, period), received, completed }) === flow;
    };
  return {
    pending,
    received: publishFlow({ ...ofCases, count: by('received'), leaveOut: leavesOut('received') }),
    completed: publishFlow({
      periods,
      groups: { kind, office, outcome: OUTCOME_CLASSES },
      count: by('completed'),
      leaveOut: leavesOut('completed'),
    }),
    within: publishFlow({ ...ofCases, count: by('within_standard', 1) }),
    over: publishFlow({ ...ofCases, count: by('within_standard', 0) }),
    right: publishFlow({ ...ofDocuments, count: by('first_time_right', 1) }),
    wrong: publishFlow({ ...ofDocuments, count: by('first_time_right', 0) }),
    turnaround: publishFlow({ ...ofDocuments, count: by('turnaround_days') }),
  };
}

/** Everybody knows that nothing was pending before the first period. */
const NOTHING_YET: PublishedCount = { suppressed: false, value: 0 };

function pendingBefore(
  pending: PublishedCounts,
  periods: Counts['periods'],
  cut: Cut,
  period: Period,
): PublishedCount {
  const before = periodBefore(period);
  const isThere = Object.values(periods).some((each) => each.includes(before));
  return isThere ? pending(cut, before) : NOTHING_YET;
}
