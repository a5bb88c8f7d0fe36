// Makes the series of a metric out of what may be published. What is not published looks the same whatever it is.

import {
  bracketOf,
  casesForPercentile,
  casesIn,
  dateOf,
  daysOf,
  METRIC_DEFINITIONS,
  nearestRank,
  OUTCOME_CLASSES,
  type Clock,
  type Cut,
  type DayNumber,
  type Histogram,
  type MetricId,
  type MetricPoint,
  type MetricSeries,
  type OutcomeClass,
  type Period,
  type PeriodLength,
  type PublishedCount,
} from '@lintas/contract';
import type { Decisions } from './decisions.ts';
import type { Measure } from './measure.ts';
import type { Buckets } from './tallied.ts';

/** What a series is made of. */
export interface Source {
  readonly decisions: Decisions;
  /** Of the cut that the series is about. */
  readonly buckets: Buckets;
}

/** A figure and what it is about. */
interface Figure {
  readonly value: number | null;
  readonly n: number | null;
}

type Line = Pick<MetricSeries, 'statistic' | 'clock' | 'outcome' | 'unit' | 'method'> & {
  figure(source: Source, cut: Cut, period: Period): Figure;
};

/** The series of a metric. Without a source none of its figures is published. */
export function seriesOf(
  metric: MetricId,
  cut: Cut,
  length: PeriodLength,
  periods: readonly Period[],
  asOf: DayNumber,
  source?: Source,
): MetricSeries[] {
  const { definitionVersion } = METRIC_DEFINITIONS[metric];
  return linesOf(metric, cut, length).map(({ figure, ...line }) => ({
    ...line,
    points: periods.map((period): MetricPoint => {
      const { value, n } = source ? figure(source, cut, period) : NOT_PUBLISHED;
      const { first, last } = daysOf(period);
      const days = { from: dateOf(first), to: dateOf(last) };
      const suppressed = value === null;
      return { period, ...days, value, n, suppressed, definitionVersion, asOf: dateOf(asOf) };
    }),
  }));
}

/** Whether anything of it is published. */
export function isPublished(series: readonly MetricSeries[]): boolean {
  return series.some(({ points }) => points.some(({ n }) => n !== null));
}

const NOT_PUBLISHED: Figure = { value: null, n: null };

function linesOf(metric: MetricId, cut: Cut, length: PeriodLength): Line[] {
  switch (metric) {
    case 'received':
      return [countLine(({ received }) => received)];
    case 'pending':
      return [countLine(({ pending }) => pending)];
    case 'completed':
      return [countLine(({ completed }) => completed), ...outcomeLines(cut, length)];
    case 'clearance_ratio':
      return [
        {
          ...RATIO,
          statistic: 'ratio',
          figure({ decisions }, part, period) {
            const received = decisions.received(part, period);
            return ratio(decisions.completed(part, period), received, received);
          },
        },
      ];
    case 'within_standard':
      return [shareLine('within', 'over')];
    case 'first_time_right':
      return [shareLine('right', 'wrong')];
    case 'processing_time':
      return [
        ...dayLines('calendar', 'completed', 'calendar_days'),
        ...dayLines('working', 'completed', 'working_days'),
        ...dayLines('waiting_on_you', 'completed', 'waiting_days'),
      ];
    case 'verification_turnaround':
      return dayLines('calendar', 'turnaround', 'turnaround_days');
    case 'pending_age':
      return dayLines('calendar', 'pending');
  }
}

const RATIO = { unit: 'percent', method: 'ratio_of_rounded_counts' } as const;

function countLine(decided: (decisions: Decisions) => Decisions['received'], outcome?: OutcomeClass): Line {
  return {
    statistic: 'count',
    unit: 'cases',
    method: 'rounded_count',
    ...(outcome && { outcome }),
    figure({ decisions }, cut, period) {
      const { value } = decided(decisions)(outcome ? { ...cut, outcome } : cut, period);
      return { value, n: value };
    },
  };
}

/** How cases ended is told of all of them, for quarters and years. */
function outcomeLines(cut: Cut, length: PeriodLength): Line[] {
  if (Object.keys(cut).length > 0 || length === 'month') return [];
  return OUTCOME_CLASSES.map((outcome) => countLine(({ completed }) => completed, outcome));
}

function shareLine(yes: 'within' | 'right', no: 'over' | 'wrong'): Line {
  return {
    ...RATIO,
    statistic: 'share',
    figure({ decisions }, cut, period) {
      const [part, rest] = [decisions[yes](cut, period), decisions[no](cut, period)];
      if (part.suppressed || rest.suppressed) return NOT_PUBLISHED;
      const whole: PublishedCount = { suppressed: false, value: part.value + rest.value };
      return ratio(part, whole, whole);
    },
  };
}

/** One published count over another: it tells no more than these do. */
function ratio(part: PublishedCount, whole: PublishedCount, n: PublishedCount): Figure {
  if (part.suppressed || whole.suppressed || whole.value === 0) return { value: null, n: n.value };
  return { value: Math.round((100 * part.value) / whole.value), n: n.value };
}

const PERCENTILES = { p50: 50, p80: 80, p90: 90 } as const;

/** Percentiles of days; without a measure, of the ages of what is pending. */
function dayLines(clock: Clock, counted: 'completed' | 'pending' | 'turnaround', measure?: Measure): Line[] {
  return (['p50', 'p80', 'p90'] as const).map((statistic) => ({
    statistic,
    clock,
    unit: 'days',
    method: 'nearest_rank_in_brackets',
    figure({ decisions, buckets }, cut, period) {
      const { value: n } = decisions[counted](cut, period);
      if (n === null) return NOT_PUBLISHED;
      const days = measure
        ? percentile(buckets.histogram(measure, period), PERCENTILES[statistic])
        : percentile(buckets.ages(period), PERCENTILES[statistic]);
      // Ages are by the month of arrival, which is their bracket.
      return { value: days !== null && measure ? bracketOf(days) : days, n };
    },
  }));
}

function percentile(histogram: Histogram, percent: number): number | null {
  if (casesIn(histogram) < casesForPercentile(percent)) return null;
  return nearestRank(histogram, percent) ?? null;
}
