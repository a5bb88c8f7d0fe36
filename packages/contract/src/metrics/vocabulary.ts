// The words of published figures. Each list is closed when written and open when read (see core/open-enum.ts).

/** What is measured. What each means is in definitions.ts. */
export const METRICS = [
  'received',
  'completed',
  'pending',
  'clearance_ratio',
  'processing_time',
  'pending_age',
  'within_standard',
  'first_time_right',
  'verification_turnaround',
] as const;
export type MetricId = (typeof METRICS)[number];

/** What a series says of the cases of a period. */
export const STATISTICS = ['count', 'ratio', 'share', 'p50', 'p80', 'p90'] as const;
export type Statistic = (typeof STATISTICS)[number];

/** Which days are counted: all, those on which offices work, or those on which the case waited for the person. */
export const CLOCKS = ['calendar', 'working', 'waiting_on_you'] as const;
export type Clock = (typeof CLOCKS)[number];

export const UNITS = ['cases', 'documents', 'days', 'percent'] as const;
export type Unit = (typeof UNITS)[number];

/**
 * How a value is made:
 * `rounded_count`, counted and rounded to a multiple of 5;
 * `ratio_of_rounded_counts`, one published count over another;
 * `nearest_rank_in_brackets`, the smallest number of days that at least that share of the cases does not exceed, told by
 * the last day of its bracket (see brackets.ts).
 */
export const METRIC_METHODS = [
  'rounded_count',
  'ratio_of_rounded_counts',
  'nearest_rank_in_brackets',
] as const;
export type MetricMethod = (typeof METRIC_METHODS)[number];

/** Lengths of the fixed periods, the shortest first. */
export const PERIOD_LENGTHS = ['month', 'quarter', 'year'] as const;
export type PeriodLength = (typeof PERIOD_LENGTHS)[number];

/** How a case ended. */
export const OUTCOME_CLASSES = ['granted', 'refused', 'withdrawn', 'closed_otherwise'] as const;
export type OutcomeClass = (typeof OUTCOME_CLASSES)[number];
