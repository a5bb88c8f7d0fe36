// Published results as lines of CSV: one figure each. Free of I/O.

import type { GroupedResult, GroupResult, ResultCount, SurveyResults } from '@lintas/contract';
import { csvLine, SUPPRESSED_CELL } from '../csv.ts';

const COLUMNS = [
  'survey',
  'version',
  'period',
  'from',
  'as_of',
  'figure',
  'group',
  'question',
  'row',
  'value',
  'result',
  'unit',
  'suppressed',
] as const;

export function resultLines(results: SurveyResults): string[] {
  const { survey, version, period = 'all', from, asOf, n, sample, questions, instruments } = results;
  const line = (parts: Partial<Record<(typeof COLUMNS)[number], string>>): string => {
    const all = { survey, version: String(version), period, from: from ?? '', as_of: asOf ?? '', ...parts };
    return csvLine(COLUMNS.map((column) => (column in all ? (all[column] ?? '') : '')));
  };
  const figure = (result: string | null, unit: string, suppressed: boolean) => ({
    result: suppressed ? SUPPRESSED_CELL : (result ?? NO_RESULT),
    unit,
    suppressed: suppressed ? 'yes' : 'no',
  });
  const count = ({ value, suppressed }: ResultCount) =>
    figure(value === null ? null : String(value), 'people', suppressed);
  return [
    csvLine(COLUMNS),
    line({ figure: 'n', ...count(n) }),
    ...(sample
      ? [line({ figure: 'response_rate', ...figure(sample.rate, 'percent of target', sample.suppressed) })]
      : []),
    ...questions.flatMap(({ question, row = '', n: answered, counts, scores }) => [
      line({ figure: 'n', question, row, ...count(answered) }),
      ...counts.map((each) =>
        line({ figure: 'count', question, row, value: each.value, ...count(each.count) }),
      ),
      ...scores.map(({ variant, value, suppressed }) =>
        line({ figure: variant, question, row, ...figure(value, 'score', suppressed) }),
      ),
    ]),
    ...instruments.flatMap((result) => [
      ...instrumentFigures(result.instrument, result, ''),
      ...(result.grouped?.groups ?? []).flatMap((group) =>
        instrumentFigures(result.instrument, group, group.value),
      ),
      ...(result.grouped ? togetherFigures(result.instrument, result.grouped.together) : []),
    ]),
  ];

  function instrumentFigures(
    instrument: string,
    { n: answered, elements, ...figures }: Figures,
    group: string,
  ) {
    return [
      line({ figure: `${instrument}_n`, group, ...count(answered) }),
      ...elements.map((each) =>
        line({
          figure: `${instrument}_mean`,
          group,
          question: each.question,
          value: each.element,
          ...figure(each.mean, 'score', each.suppressed),
        }),
      ),
      ...indexFigures(instrument, figures, group),
    ];
  }

  function togetherFigures(instrument: string, { n: answered, ...figures }: GroupedResult['together']) {
    return [
      line({ figure: `${instrument}_n`, group: TOGETHER, ...count(answered) }),
      ...indexFigures(instrument, figures, TOGETHER),
    ];
  }

  function indexFigures(
    instrument: string,
    { index, ikm, grade, suppressed }: Pick<Figures, 'index' | 'ikm' | 'grade' | 'suppressed'>,
    group: string,
  ) {
    return [
      line({ figure: `${instrument}_index`, group, ...figure(index, 'score', suppressed) }),
      ...(ikm === undefined ? [] : [line({ figure: 'ikm', group, ...figure(ikm, 'score', suppressed) })]),
      ...(grade === undefined
        ? []
        : [line({ figure: 'grade', group, ...figure(grade, 'grade', suppressed) })]),
    ];
  }
}

type Figures = Omit<GroupResult, 'value'>;
/** A figure that there is not although nothing is held back. */
const NO_RESULT = 'none';
/** The published groups as one; no group has a space in its name. */
const TOGETHER = 'all published groups';
