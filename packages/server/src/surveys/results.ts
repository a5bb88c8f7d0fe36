// Makes of counts what is published of a questionnaire. Free of I/O.

import {
  isScale,
  lengthOf,
  SCALES,
  type I18nText,
  type InstrumentResult,
  type Question,
  type QuestionResult,
  type ResultCount,
  type ResultFigure,
  type Survey,
  type SurveyResults,
} from '@lintas/contract';
import { protectParts, protectScored, ROUNDED_TO, SUPPRESSED } from '@lintas/contract/disclosure';
import {
  cesOf,
  csatOf,
  meanOf,
  meanScore,
  npsOf,
  rational,
  roundHalfUp,
  sampleTarget,
  type Distribution,
  type Score,
} from '@lintas/contract/surveys/scores';
import { ANSWERED, EVERYBODY, groupName, instrumentCounter, rowName, type Counter } from './counting.ts';
import { groupedResult } from './grouped-results.ts';
import { instrumentResult, type Measured } from './instrument-results.ts';

/** Version of the way in which figures are made. 2: batches by question, and by period. 3: groups beside batches. */
const DEFINITION_VERSION = 3;

/** How often something was counted. */
export type Counts = (counter: Counter) => number;
/** How many answered a question, or did in a group, in each batch of it. */
export type Batches = (question: string) => readonly number[];

export interface ResultsSource {
  readonly survey: Survey;
  readonly population: number | null;
  readonly threshold: number;
  /** First and last day that are counted; `undefined` while nothing is published. */
  readonly days: { readonly from: string; readonly asOf: string } | undefined;
  /** The period that the counts are of; `undefined` for all answers. */
  readonly period: string | undefined;
  readonly periods: readonly string[];
  readonly counts: Counts;
  readonly batches: Batches;
  readonly followUp: FollowUp;
}

/** What is done about an element, by its name. */
export type FollowUp = Readonly<Record<string, I18nText>>;

export function surveyResults(source: ResultsSource): SurveyResults {
  const { survey, population, threshold, days, period, periods, counts } = source;
  const questions = survey.pages.flatMap((page) => page.questions);
  const n = protectParts([counts(EVERYBODY)], { threshold }).total;
  return {
    survey: survey.id,
    version: survey.version,
    definitionVersion: DEFINITION_VERSION,
    asOf: days?.asOf ?? null,
    from: days?.from ?? null,
    ...(period !== undefined && { period }),
    periods: [...periods],
    threshold,
    roundedTo: ROUNDED_TO,
    n,
    // The people served are those of all times.
    ...(population !== null && period === undefined && { sample: sampleOf(population, n) }),
    questions: questions.flatMap((question) =>
      period === undefined
        ? questionResults(question, counts, threshold)
        : scoresAlone(question, counts, threshold),
    ),
    instruments: instrumentsOf(source, questions),
  };
}

/** Of the rounded number, so that it tells no more than that. */
function sampleOf(population: number, { value, suppressed }: ResultCount) {
  const target = sampleTarget(population);
  const rate = value === null ? null : roundHalfUp(rational(100 * value, target), 1);
  return { population, target, rate, suppressed };
}

/** What is counted of a question; nothing of free text, numbers and dates, and of what is sensitive. */
function questionResults(question: Question, counts: Counts, threshold: number): QuestionResult[] {
  const { id, kind, options = [], rows = [] } = question;
  if (question.sensitive === true) return [];
  const values = options.map(({ value }) => value);
  if (isScale(kind)) {
    const distribution = distributionOf(question, counts);
    const points = [...distribution.keys()];
    const { parts, total } = protectScored([...distribution.values()], weightsOf(kind, points), {
      threshold,
    });
    const scores = scoresOf(kind, distribution, total);
    return [{ question: id, kind, n: total, counts: pair(points.map(String), parts), scores }];
  }
  if (kind === 'single') return [partsOf({ question: id, kind }, id, values, counts, threshold)];
  if (kind === 'multi') return [choicesOf(question, values, counts, threshold)];
  if (kind !== 'matrix') return [];
  return rows.map((row) =>
    partsOf({ question: id, row: row.id, kind }, rowName(id, row.id), values, counts, threshold),
  );
}

/** Of a period, nothing that would have to add up with the counts of all answers. */
function scoresAlone(question: Question, counts: Counts, threshold: number): QuestionResult[] {
  const { id, kind, sensitive } = question;
  if (sensitive === true || !isScale(kind)) return [];
  const distribution = distributionOf(question, counts);
  const n = protectParts([meanOf(distribution).n], { threshold }).total;
  return [{ question: id, kind, n, counts: [], scores: scoresOf(kind, distribution, n) }];
}

/** What each point adds to the scores of its scale. */
function weightsOf(kind: string, points: readonly number[]): number[][] {
  const from = (lowest: number) => points.map((point) => Number(point >= lowest));
  if (kind === 'nps') return [points.map((point) => (point >= 9 ? 1 : point <= 6 ? -1 : 0))];
  if (kind === 'csat') return [from(4), [...points]];
  return kind === 'ces' ? [from(5), [...points]] : [[...points]];
}

/** Values of which each person gave one. */
function partsOf(
  head: Pick<QuestionResult, 'question' | 'row' | 'kind'>,
  name: string,
  values: readonly string[],
  counts: Counts,
  threshold: number,
): QuestionResult {
  const { parts, total } = protectParts(
    values.map((value) => counts({ question: name, value })),
    { threshold },
  );
  return { ...head, n: total, counts: pair(values, parts), scores: [] };
}

/** Values of which each person gave any number: with each, those who did not choose it are protected as well. */
function choicesOf(
  { id, kind }: Question,
  values: readonly string[],
  counts: Counts,
  threshold: number,
): QuestionResult {
  const answered = counts({ question: id, value: ANSWERED });
  const chosen = values.map((value) => {
    const count = counts({ question: id, value });
    return protectParts([count, answered - count], { threshold }).parts[0] ?? SUPPRESSED;
  });
  const { total } = protectParts([answered], { threshold });
  return { question: id, kind, n: total, counts: pair(values, chosen), scores: [] };
}

function pair(values: readonly string[], parts: readonly ResultCount[]): QuestionResult['counts'] {
  return values.map((value, i) => ({ value, count: parts[i] ?? SUPPRESSED }));
}

function scoresOf(kind: string, distribution: Distribution, { suppressed }: ResultCount): ResultFigure[] {
  const publish = ({ variant, value }: Score): ResultFigure => ({
    variant,
    value: suppressed ? null : value,
    suppressed,
  });
  if (kind === 'nps') return [publish(npsOf(distribution))];
  if (kind === 'csat') return [publish(csatOf(distribution)), publish(meanScore(distribution, 'csat_mean'))];
  if (kind === 'ces') return [publish(cesOf(distribution)), publish(meanScore(distribution, 'ces_mean'))];
  return [publish(meanScore(distribution))];
}

function instrumentsOf(
  { survey, period, counts, batches, threshold, followUp }: ResultsSource,
  questions: readonly Question[],
): InstrumentResult[] {
  const measuring = questions.flatMap((question): (Measured & { readonly instrument: string })[] => {
    const { id, measures, sensitive } = question;
    if (!measures || sensitive === true) return [];
    return [{ ...measures, question: id, distribution: distributionOf(question, counts) }];
  });
  const names = [...new Set(measuring.map(({ instrument }) => instrument))];
  const by = isYear(period) ? questions.find(({ id }) => id === survey.resultsBy) : undefined;
  return names.map((instrument) => {
    const measured = measuring.filter((each) => each.instrument === instrument);
    const n = counts(instrumentCounter(instrument));
    const result = instrumentResult(instrument, n, measured, threshold, followUp);
    if (!by) return result;
    const figures = [instrumentCounter(instrument).question, ...measured.map(({ question }) => question)];
    const everybody = { n, measured, people: figures.map(batches) };
    const groups = (by.options ?? []).map(({ value }) => ({
      ...groupOf(instrument, value, measured, counts),
      people: figures.map((question) => batches(groupName(question, value))),
    }));
    return { ...result, grouped: groupedResult(instrument, by.id, everybody, groups, threshold) };
  });
}

function isYear(period: string | undefined): boolean {
  return period !== undefined && lengthOf(period) === 'year';
}

/** The answers of the people of one group. */
function groupOf(instrument: string, value: string, measured: readonly Measured[], counts: Counts) {
  const within = ({ question, value: answer }: Counter): number =>
    counts({ question: groupName(question, value), value: answer });
  return {
    value,
    n: within(instrumentCounter(instrument)),
    measured: measured.map((each) => ({
      ...each,
      distribution: new Map(
        [...each.distribution.keys()].map((point): [number, number] => [
          point,
          within({ question: each.question, value: String(point) }),
        ]),
      ),
    })),
  };
}

function distributionOf({ id, kind }: Question, counts: Counts): Distribution {
  const [lowest, highest] = isScale(kind) ? SCALES[kind] : [1, 0];
  const points = Array.from({ length: highest - lowest + 1 }, (_, i) => lowest + i);
  return new Map(points.map((point) => [point, counts({ question: id, value: String(point) })]));
}
