// Published figures as anybody reads them. Open: unknown values pass, unknown fields are dropped.

import * as z from 'zod/mini';
import { I18nText, PlainDate } from '../core/index.ts';
import { OpenApplicationKind } from '../status/open-words.ts';
import {
  OpenClock,
  OpenMetricMethod,
  OpenMetricId,
  OpenOutcomeClass,
  OpenPeriodLength,
  OpenStatistic,
  OpenUnit,
} from './open-words.ts';

/** A figure for one period. */
export const MetricPoint = z.object({
  /** `2026-03`, `2026-Q1` or `2026`. */
  period: z.string(),
  /** First and last day of the period. */
  from: PlainDate,
  to: PlainDate,
  /** `null` when it is not published, which is not the same as 0. */
  value: z.nullable(z.number()),
  /** How many cases or documents it is about, rounded to a multiple of 5; `null` when that is not published. */
  n: z.nullable(z.number()),
  /** Not published: too few, none, or it would give away another figure. Which of these is not told. */
  suppressed: z.boolean(),
  /** Version of the metric's definition that the figure was made by. */
  definitionVersion: z.number(),
  /** Day until which events are counted. */
  asOf: PlainDate,
});
export type MetricPoint = z.infer<typeof MetricPoint>;

/** One line of a chart: the same figure for one period after another, oldest first. */
export const MetricSeries = z.object({
  statistic: OpenStatistic,
  /** For days: which of them count. */
  clock: z.optional(OpenClock),
  /** Only cases that ended like this. */
  outcome: z.optional(OpenOutcomeClass),
  unit: OpenUnit,
  method: OpenMetricMethod,
  points: z.array(MetricPoint),
});
export type MetricSeries = z.infer<typeof MetricSeries>;

/** A metric of an authority, of all its cases or of a part of them. */
export const Metric = z.object({
  id: OpenMetricId,
  definitionVersion: z.number(),
  asOf: PlainDate,
  /** Id of the authority whose cases these are. */
  authority: z.string(),
  kind: z.optional(OpenApplicationKind),
  office: z.optional(z.string()),
  partner: z.optional(z.string()),
  period: OpenPeriodLength,
  /** Fewest cases that a figure is published for, and what counts are rounded to. */
  threshold: z.number(),
  roundedTo: z.number(),
  series: z.array(MetricSeries),
});
export type Metric = z.infer<typeof Metric>;

/** What a metric means and how it can be asked for. */
export const MetricDescription = z.object({
  id: OpenMetricId,
  definitionVersion: z.number(),
  /** English sentences for who builds with it. */
  definition: z.string(),
  unit: OpenUnit,
  /** What it can be narrowed to: `kind`, `office`, `partner`. */
  filters: z.array(z.string()),
});
export type MetricDescription = z.infer<typeof MetricDescription>;

/** Who reviewed documents: a partner, or the authority itself. */
export const MetricPartner = z.object({ id: z.string(), name: I18nText });
export type MetricPartner = z.infer<typeof MetricPartner>;

/** Something that figures are published of, with what they can be narrowed to. */
export const MetricSource = z.object({
  /** Id of the authority. */
  id: z.string(),
  name: I18nText,
  /** `null` before the first publication. */
  asOf: z.nullable(PlainDate),
  /** Only those of which something is published. */
  kinds: z.array(OpenApplicationKind),
  offices: z.array(z.string()),
  partners: z.array(MetricPartner),
});
export type MetricSource = z.infer<typeof MetricSource>;

/** All metrics there are, and of whom. */
export const MetricList = z.object({
  data: z.array(MetricDescription),
  authorities: z.array(MetricSource),
});
export type MetricList = z.infer<typeof MetricList>;
