// A row of the survey sheet becomes a question. Free of I/O.

import { SCALES, type Condition, type I18nText, type Question } from '@lintas/contract';
import { readCondition } from './expressions.ts';
import type { SheetRow } from './sheet.ts';

/** A choice list of the choices sheet. */
export type ChoiceList = readonly { readonly value: string; readonly label: I18nText }[];

/** Rows that measure the phone or compute something: nothing of it is wanted here. */
const LEFT_OUT =
  /^(start|end|today|deviceid|username|phonenumber|email|audit|calculate|hidden|simserial|subscriberid)$/;

const PLAIN_KINDS: Readonly<Record<string, string>> = {
  text: 'text',
  string: 'text',
  integer: 'number',
  int: 'number',
  decimal: 'number',
  date: 'date',
  note: 'info',
  acknowledge: 'consent',
  trigger: 'consent',
};

/** Digits after the point that a decimal may have. */
const DECIMALS = 3;

export function isLeftOut(type: string): boolean {
  return LEFT_OUT.test(type);
}

/** @throws Error with a sentence about what is not taken over */
export function questionOf(
  row: SheetRow,
  lists: ReadonlyMap<string, ChoiceList>,
  wording: (row: SheetRow, column: string) => I18nText | undefined,
): Question {
  const type = row.cell('type').replace(/\s+/g, ' ');
  const id = row.cell('name');
  const text = wording(row, 'label');
  if (!/^[A-Za-z][\w-]{0,63}$/.test(id)) throw new Error('The name has to begin with a letter.');
  if (!text) throw new Error('There is no label.');
  const help = wording(row, 'hint');
  const relevant = row.cell('relevant');
  const head = {
    id,
    text,
    ...(help && { help }),
    ...(relevant !== '' && { showIf: readCondition(relevant) }),
  };
  const required = /^(yes|true|true\(\))$/i.test(row.cell('required')) && { required: true };
  if (row.cell('choice_filter') !== '') throw new Error('A choice_filter is not taken over.');
  const plain = PLAIN_KINDS[type];
  if (plain === 'info') return { ...head, kind: plain };
  if (plain !== undefined) return { ...head, ...required, kind: plain, ...limitsOf(row, type) };
  const [, how, list = ''] = /^(select_one|select_multiple) ([\w-]+)( or_other)?$/.exec(type) ?? [];
  const options = lists.get(list);
  if (how === undefined) throw new Error(`The type "${type}" is not taken over.`);
  if (!options) throw new Error(`There is no list "${list}" in the choices sheet.`);
  if (/or_other$/.test(type))
    throw new Error('or_other is not taken over: ask for the other in a question of its own.');
  if (how === 'select_multiple') return { ...head, ...required, kind: 'multi', options: [...options] };
  return (
    scaleOf(options, row.cell('appearance'), { ...head, ...required }) ?? {
      ...head,
      ...required,
      kind: 'single',
      options: [...options],
    }
  );
}

/** Choices 1 to 4, 5 or 6 are a scale, where the sheet says so (`likert`) or nothing else could be meant. */
function scaleOf(
  options: ChoiceList,
  appearance: string,
  head: Omit<Question, 'kind'>,
): Question | undefined {
  const isCounted = options.every(({ value }, i) => value === String(i + 1));
  const kind = (['scale4', 'scale5', 'scale6'] as const).find((each) => SCALES[each][1] === options.length);
  if (!isCounted || kind === undefined || (appearance !== '' && !appearance.includes('likert')))
    return undefined;
  return { ...head, kind, points: options.map(({ value, label }) => ({ value: Number(value), label })) };
}

/** `. >= 1 and . <= 120` and `string-length(.) <= 200`; nothing else is understood, and so nothing else is taken. */
function limitsOf(row: SheetRow, type: string): Partial<Question> {
  const decimals = type === 'decimal' ? { decimals: DECIMALS } : {};
  const multiline = row.cell('appearance').includes('multiline') ? { multiline: true } : {};
  const constraint = row.cell('constraint');
  if (constraint === '') return { ...decimals, ...multiline };
  const limits: Partial<Question>[] = constraint.split(/\s+and\s+/).map((part): Partial<Question> => {
    const [, length] = /^string-length\(\s*\.\s*\)\s*<=\s*(\d+)$/.exec(part.trim()) ?? [];
    if (length !== undefined && PLAIN_KINDS[type] === 'text') return { maxLength: Number(length) };
    const [, operator, value] = /^\.\s*(>=|<=)\s*(-?\d+(?:\.\d+)?)$/.exec(part.trim()) ?? [];
    if (operator === undefined || PLAIN_KINDS[type] !== 'number') {
      throw new Error(`The constraint "${constraint}" is not taken over.`);
    }
    return operator === '>=' ? { min: Number(value) } : { max: Number(value) };
  });
  return limits.reduce((all, limit) => ({ ...all, ...limit }), { ...decimals, ...multiline });
}

/** `selected` is "equals" for one choice and "includes" for several; a point of a scale is a number. */
export function resolveCondition(
  condition: Condition,
  kindOf: (question: string) => string | undefined,
): Condition {
  if (condition.of) return { ...condition, of: condition.of.map((part) => resolveCondition(part, kindOf)) };
  const kind = kindOf(condition.question ?? '');
  const resolved =
    condition.kind === 'selected'
      ? { ...condition, kind: kind === 'multi' ? 'includes' : 'equals' }
      : condition;
  const isNumeric = kind?.startsWith('scale') === true && typeof resolved.value === 'string';
  return isNumeric ? { ...resolved, value: Number(resolved.value) } : resolved;
}
