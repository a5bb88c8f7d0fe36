// The columns of exported answers. They follow from the version of the questionnaire and from nothing that was answered,
// so that they are the same, in the same order, in every export of it. Free of I/O.

import {
  isScale,
  pickText,
  SCALES,
  type Answers,
  type I18nText,
  type Question,
  type Survey,
} from '@lintas/contract';

export interface Column {
  readonly name: string;
  readonly type: 'integer' | 'decimal' | 'date' | 'boolean' | 'category' | 'text';
  readonly meaning: string;
  /** Values with their labels: `1=Tidak sesuai`. */
  readonly values: string;
  read(answers: Answers): string;
}

/** In a cell: the person prefers not to say. Empty: no answer, or not asked. */
export const DECLINED_CELL = 'declined';

/** Columns of the answers; free text has a file of its own. */
export function columnsOf({ pages, languages }: Pick<Survey, 'pages' | 'languages'>): Column[] {
  const word = (text: I18nText): string => pickText(text, languages)?.text ?? '';
  return pages.flatMap(({ questions }) => questions).flatMap((question) => columnsOfQuestion(question, word));
}

type Word = (text: I18nText) => string;

function columnsOfQuestion(question: Question, word: Word): Column[] {
  const { id, kind, options = [], rows = [], points = [] } = question;
  const meaning = word(question.text);
  const labels = options.map(({ value, label }) => `${value}=${word(label)}`).join('; ');
  if (kind === 'info' || kind === 'text') return [];
  if (kind === 'multi') {
    return options.map(({ value, label }) => ({
      name: `${id}__${value}`,
      type: 'boolean',
      meaning: `${meaning} – ${word(label)}`,
      values: '1=chosen; 0=not chosen',
      read: (answers) => {
        const answer = own(answers, id);
        if (answer === null) return DECLINED_CELL;
        return Array.isArray(answer) ? String(Number(answer.includes(value))) : '';
      },
    }));
  }
  if (kind === 'matrix') {
    return rows.map((row) => ({
      name: `${id}__${row.id}`,
      type: 'category',
      meaning: `${meaning} – ${word(row.label)}`,
      values: labels,
      read: (answers) => {
        const answer = own(answers, id);
        if (answer === null) return DECLINED_CELL;
        return typeof answer === 'object' && !Array.isArray(answer) ? (answer[row.id] ?? '') : '';
      },
    }));
  }
  const scale = points.map(({ value, label }) => `${value}=${word(label)}`).join('; ');
  return [
    { name: id, meaning, ...typeOf(kind, labels, scale), read: (answers) => plainCell(own(answers, id)) },
  ];
}

function typeOf(kind: string, labels: string, scale: string): Pick<Column, 'type' | 'values'> {
  if (isScale(kind)) return { type: 'integer', values: scale === '' ? SCALES[kind].join(' to ') : scale };
  if (kind === 'number') return { type: 'decimal', values: '' };
  if (kind === 'date') return { type: 'date', values: '' };
  if (kind === 'consent') return { type: 'boolean', values: '1=agreed' };
  return { type: 'category', values: labels };
}

function own(answers: Answers, id: string): Answers[string] | undefined {
  return Object.hasOwn(answers, id) ? answers[id] : undefined;
}

function plainCell(answer: Answers[string] | undefined): string {
  if (answer === null) return DECLINED_CELL;
  if (answer === true) return '1';
  return typeof answer === 'string' || typeof answer === 'number' ? String(answer) : '';
}
