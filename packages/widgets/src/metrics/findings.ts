// The sentence that states what figures say.

import { pickText } from '@lintas/contract/core';
import type { MetricPoint, MetricSeries } from '@lintas/contract/metrics';
import { isolate } from '../core/bidi.ts';
import { formatNumber, formatPeriod } from '../figures/numbers.ts';
import type { FindingFacts } from '../locales/metrics/messages.ts';
import { textFor } from '../locales/messages.ts';
import type { Figures, Group, Lines, MetricsReading } from './figures.ts';

/** How many months lie between what is compared. */
const A_YEAR = 12;

/** What is true now, and what it was a year ago or, where there is no such figure, at first. */
export function findingOf({ measure, groups: [lines] }: Figures, reading: MetricsReading): string {
  const { texts } = reading;
  const index = lastPublished(lines);
  if (!lines || index < 0) return texts.nothing;
  const facts = factsOf(lines, index, reading);
  const finding = textFor(texts.findings, measure)(facts);
  const last = lines.points.at(-1);
  const silent =
    last && index < lines.points.length - 1 ? ` ${texts.nothingFor(periodText(last, reading))}` : '';
  const earlier = earlierThan(lines, index);
  const before = earlier === undefined ? '' : ` ${texts.before(factsOf(lines, earlier, reading))}`;
  return capital(finding) + before + silent;
}

/** Which group has most and which least, in the last period that tells of several. */
export function comparisonOf(figures: Figures, index: number, reading: MetricsReading): string {
  const { texts } = reading;
  const shown = figures.groups.flatMap((group) => {
    const point = group.points[index];
    return point && point.value !== null ? [{ group, point, value: point.value }] : [];
  });
  const [most, ...others] = shown.sort((one, other) => other.value - one.value);
  const least = others.at(-1);
  if (!most) return texts.nothing;
  const period = isolate(periodText(most.point, reading));
  const words = ({ group, value }: (typeof shown)[number]) =>
    [isolate(groupName(group, figures.by, reading)), amount(value, group.series[0], reading)] as const;
  const [mostName, mostValue] = words(most);
  if (!least)
    return textFor(texts.findings, 'unknown')({ period, value: `${mostName} ${mostValue}`, number: '' });
  const [leastName, leastValue] = words(least);
  return texts.mostAndLeast({ period, most: mostName, mostValue, least: leastName, leastValue });
}

/** Kinds and partners by their name in the reader's language, offices by their own. */
export function groupName({ name, title }: Group, by: string | undefined, reading: MetricsReading): string {
  if (title) return pickText(title, reading.languages)?.text ?? name;
  return by === 'kind' ? textFor(reading.messages.kinds, name) : name;
}

export function lastPublished(lines: Lines | undefined): number {
  return lines?.points.map(({ value }) => value !== null).lastIndexOf(true) ?? -1;
}

/** A figure with its unit. */
export function amount(
  value: number,
  series: Pick<MetricSeries, 'unit'> | undefined,
  { texts, reader }: MetricsReading,
): string {
  return textFor(texts.amounts, series?.unit ?? '')(formatNumber(value, reader), value);
}

/** A count tells by itself how many it is about. */
export function isCount({ series: [first] }: Lines): boolean {
  return first?.statistic === 'count';
}

/** How many cases or documents a figure is about. */
export function aboutText(n: number | null | undefined, { texts, reader }: MetricsReading): string {
  return n === null || n === undefined ? '' : texts.about(formatNumber(n, reader));
}

export function periodText(
  point: Pick<MetricPoint, 'from' | 'to'>,
  { reader }: MetricsReading,
  month?: 'short',
): string {
  return formatPeriod(point, reader, month);
}

function factsOf(lines: Lines, index: number, reading: MetricsReading): FindingFacts {
  const value = lines.points[index]?.value ?? 0;
  const point = lines.points[index] ?? { from: '', to: '' };
  const high = lines.series.find(({ statistic }) => statistic === 'p80');
  const highValue = high?.points[index]?.value ?? null;
  return {
    period: isolate(periodText(point, reading)),
    value: isolate(amount(value, lines.series[0], reading)),
    number: isolate(formatNumber(value, reading.reader)),
    high: highValue === null ? undefined : isolate(amount(highValue, high, reading)),
  };
}

function earlierThan({ points }: Lines, index: number): number | undefined {
  const months = (one: string, other: string): number =>
    (Number(other.slice(0, 4)) - Number(one.slice(0, 4))) * A_YEAR +
    Number(other.slice(5, 7)) -
    Number(one.slice(5, 7));
  const now = points[index];
  const published = points.flatMap(({ value, from }, at) =>
    value === null || at >= index ? [] : [{ from, at }],
  );
  const yearAgo = published.find(({ from }) => now && months(from, now.from) === A_YEAR);
  return (yearAgo ?? published[0])?.at;
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
