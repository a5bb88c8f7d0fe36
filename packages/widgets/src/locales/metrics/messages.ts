// Every text of <lintas-metrics>, as an interface that each language fulfils. What holds for all texts is in
// ../messages.ts. A finding says what was counted, never how good that is.

import type { Clock, MetricFilter, MetricId, Statistic, Unit } from '@lintas/contract/metrics';
import type { FiguresMessages } from '../figures/messages.ts';
import type { TextsFor } from '../messages.ts';

export interface MetricsMessages extends FiguresMessages {
  readonly titles: TextsFor<MetricId>;
  readonly meanings: TextsFor<MetricId>;
  /** The sentence that says it all. */
  readonly findings: TextsFor<MetricId, (facts: FindingFacts) => string>;
  /** Stands after the finding: an earlier period. */
  readonly before: (facts: FindingFacts) => string;
  readonly nothing: string;
  readonly nothingFor: (period: string) => string;
  readonly mostAndLeast: (facts: ComparisonFacts) => string;
  readonly statistics: TextsFor<Statistic>;
  readonly clocks: TextsFor<Clock>;
  readonly amounts: TextsFor<Unit, (amount: string, count: number) => string>;
  readonly period: string;
  readonly choosePeriod: string;
  /** How many cases or documents a figure is about. */
  readonly n: string;
  readonly about: (n: string) => string;
  readonly group: string;
  /** Stands after the title: what is put side by side. */
  readonly comparedBy: TextsFor<MetricFilter>;
  /** What bar and thin line of a comparison stand for. */
  readonly bars: string;
  /** Names the table of one group. */
  readonly csvOf: (group: string) => string;
}

export interface FindingFacts {
  readonly period: string;
  /** With its unit. */
  readonly value: string;
  /** Without its unit. */
  readonly number: string;
  /** Within which 8 of 10 were; where it is published. */
  readonly high?: string | undefined;
}

export interface ComparisonFacts {
  readonly period: string;
  readonly most: string;
  readonly mostValue: string;
  readonly least: string;
  readonly leastValue: string;
}
