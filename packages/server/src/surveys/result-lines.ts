// Published results as lines of CSV: one figure each. Free of I/O.

import type { ResultCount, SurveyResults } from '@lintas/contract';
import { csvLine } from './csv.ts';

const COLUMNS = [
  'survey',
  'version',
  'as_of',
  'figure',
  'question',
  'row',
  'value',
  'result',
  'unit',
  'suppressed',
] as const;

export function resultLines(results: SurveyResults): string[] {
  const { survey, version, asOf, n, sample, questions, instruments } = results;
  const line = (parts: Partial<Record<(typeof COLUMNS)[number], string>>): string => {
    const all = { survey, version: String(version), as_of: asOf ?? '', ...parts };
    return csvLine(COLUMNS.map((column) => (column in all ? (all[column] ?? '') : '')));
  };
  const figure = (result: string | null, unit: string, suppressed: boolean) => ({
    result: result ?? '',
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
    ...instruments.flatMap(({ instrument, n: answered, elements, index, ikm, grade, suppressed }) => [
      line({ figure: `${instrument}_n`, ...count(answered) }),
      ...elements.map((each) =>
        line({
          figure: `${instrument}_mean`,
          question: each.question,
          value: each.element,
          ...figure(each.mean, 'score', each.suppressed),
        }),
      ),
      line({ figure: `${instrument}_index`, ...figure(index, 'score', suppressed) }),
      ...(ikm === undefined ? [] : [line({ figure: 'ikm', ...figure(ikm, 'score', suppressed) })]),
      ...(grade === undefined ? [] : [line({ figure: 'grade', ...figure(grade, 'grade', suppressed) })]),
    ]),
  ];
}
