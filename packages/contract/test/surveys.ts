// Questionnaires for tests, written short.

import { SurveyInput, type Question, type SurveyPage } from '@lintas/contract/surveys';

/** A question with lists of names in place of options and rows. */
type Parts = Partial<Omit<Question, 'id' | 'kind' | 'text' | 'options' | 'rows'>> & {
  readonly options?: readonly string[];
  readonly rows?: readonly string[];
  /** Value of the option that stands alone. */
  readonly alone?: string;
  readonly text?: string;
};

export function question(
  id: string,
  kind: string,
  { options, rows, alone, text = id, ...rest }: Parts = {},
): Question {
  const takesOptions = kind === 'single' || kind === 'multi' || kind === 'matrix';
  return {
    id,
    kind,
    text: wording(text),
    ...rest,
    ...(options && takesOptions
      ? {
          options: options.map((value) => ({
            value,
            label: wording(`${value}-label`),
            ...(value === alone && kind === 'multi' ? { alone: true } : {}),
          })),
        }
      : {}),
    ...(rows ? { rows: rows.map((row) => ({ id: row, label: wording(row) })) } : {}),
  };
}

export function wording(text: string) {
  return { en: { text, reviewed: 'peer' as const } };
}

/** A questionnaire of these pages, as its owner writes it down. */
export function surveyInput(pages: readonly SurveyPage[], parts: object = {}): SurveyInput {
  return SurveyInput.parse({
    title: wording('Survey'),
    purpose: wording('To see.'),
    languages: ['en'],
    access: 'open',
    retentionDays: 365,
    pages,
    ...parts,
  });
}
