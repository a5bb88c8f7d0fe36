// Makes of counts what is published of a questionnaire. Free of I/O.

import {
  isScale,
  SCALES,
  type InstrumentResult,
  type Question,
  type QuestionResult,
  type ResultCount,
  type ResultFigure,
  type Survey,
  type SurveyResults,
} from '@lintas/contract';
import { protectParts, ROUNDED_TO, SUPPRESSED } from '@lintas/contract/disclosure';
import {
  cesOf,
  csatOf,
  meanScore,
  npsOf,
  rational,
  roundHalfUp,
  sampleTarget,
  type Distribution,
  type Score,
} from '@lintas/contract/surveys/scores';
import { ANSWERED, EVERYBODY, instrumentCounter, rowName, type Counter } from './counting.ts';
import { instrumentResult, type Measured } from './instrument-results.ts';

/** Version of the way in which figures are made. */
const DEFINITION_VERSION = 1;

/** How often something was counted. */
export type Counts = (counter: Counter) => number;

export interface ResultsSource {
  readonly survey: Survey;
  readonly population: number | null;
  readonly threshold: number;
  /** Last day that is counted; `undefined` while nothing is published. */
  readonly asOf: string | undefined;
  readonly counts: Counts;
}

export function surveyResults({ survey, population, threshold, asOf, counts }: ResultsSource): SurveyResults {
  const rules = { threshold };
  const questions = survey.pages.flatMap((page) => page.questions);
  const n = protectParts([counts(EVERYBODY)], rules).total;
  return {
    survey: survey.id,
    version: survey.version,
    definitionVersion: DEFINITION_VERSION,
    asOf: asOf ?? null,
    threshold,
    roundedTo: ROUNDED_TO,
    n,
    ...(population !== null && { sample: sampleOf(population, n) }),
    questions: questions.flatMap((question) => questionResults(question, counts, threshold)),
    instruments: instrumentsOf(questions, counts, threshold),
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
    const points = [...distribution.keys()].map(String);
    const result = partsOf({ question: id, kind }, id, points, counts, threshold);
    return [{ ...result, scores: scoresOf(kind, distribution, result.n) }];
  }
  if (kind === 'single') return [partsOf({ question: id, kind }, id, values, counts, threshold)];
  if (kind === 'multi') return [choicesOf(question, values, counts, threshold)];
  if (kind !== 'matrix') return [];
  return rows.map((row) =>
    partsOf({ question: id, row: row.id, kind }, rowName(id, row.id), values, counts, threshold),
  );
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
  questions: readonly Question[],
  counts: Counts,
  threshold: number,
): InstrumentResult[] {
  const measuring = questions.flatMap((question): (Measured & { readonly instrument: string })[] => {
    const { id, measures, sensitive } = question;
    if (!measures || sensitive === true) return [];
    return [{ ...measures, question: id, distribution: distributionOf(question, counts) }];
  });
  const names = [...new Set(measuring.map(({ instrument }) => instrument))];
  return names.map((instrument) =>
    instrumentResult(
      instrument,
      counts(instrumentCounter(instrument)),
      measuring.filter((each) => each.instrument === instrument),
      threshold,
    ),
  );
}

function distributionOf({ id, kind }: Question, counts: Counts): Distribution {
  const [lowest, highest] = isScale(kind) ? SCALES[kind] : [1, 0];
  const points = Array.from({ length: highest - lowest + 1 }, (_, i) => lowest + i);
  return new Map(points.map((point) => [point, counts({ question: id, value: String(point) })]));
}
