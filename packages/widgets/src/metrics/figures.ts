// What <lintas-metrics> shows: figures that were published, ready to be drawn.

import type { I18nText } from '@lintas/contract/core';
import type { MetricPoint, MetricSeries } from '@lintas/contract/metrics';
import type { Turned as TurnedToTable } from '../figures/chart-or-table.ts';
import type { FiguresReading } from '../figures/reading.ts';
import type { MetricsMessages } from '../locales/metrics/messages.ts';

/** What the page asks for. */
export interface Wanted {
  readonly measure: string;
  readonly view: string;
  readonly by: string;
  readonly clock: string;
  readonly authority: string;
  readonly kind: string;
  readonly office: string;
  readonly partner: string;
  readonly period: string;
}

/** The lines of one metric, oldest point first, and where the same is as CSV. */
export interface Lines {
  readonly series: readonly MetricSeries[];
  /** Of the first line: a figure, or that it is not published, for each period. */
  readonly points: readonly MetricPoint[];
  readonly table: string;
}

/** A kind, an office or a partner; without a name, all together. */
export interface Group {
  readonly name: string;
  /** What people call it, where its name is an id. */
  readonly title?: I18nText;
}

export interface Figures {
  readonly measure: string;
  readonly clock: string;
  readonly asOf: string;
  readonly threshold: number;
  /** One, or in a comparison one for each kind, office or partner that something is published of. */
  readonly groups: readonly (Group & Lines)[];
  /** What the groups are. */
  readonly by?: string;
}

export type MetricsReading = FiguresReading<MetricsMessages>;

/** What a person has turned to, and how they turn to something else. */
export interface Turned extends TurnedToTable {
  /** Index of the period that is read out. */
  readonly chosen: number | undefined;
  choose(index: number): void;
}
