// A workbook in XLSForm becomes a questionnaire, or a report of what in it cannot be taken over, line by line. Taken over
// is what most forms are made of: text, numbers, dates, choices, notes, consent, groups, relevant and simple constraints.
// Free of I/O.

import type { Condition, I18nText, Question, SurveyPage } from '@lintas/contract';
import { readCondition } from './expressions.ts';
import { isLeftOut, questionOf, resolveCondition, type ChoiceList } from './questions.ts';
import { languagesIn, rowsOf, type LineError, type SheetRow } from './sheet.ts';
import { ASK_FOR_ORDER, elementNames, isNumbered, type SkmOrder } from './skm-order.ts';

export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

export interface ConversionOptions {
  /** Language of columns that name none (BCP 47); without it, the one of the settings sheet, or Indonesian. */
  readonly language?: string | undefined;
  readonly skmOrder?: SkmOrder | undefined;
}

export interface Conversion {
  /** As `SurveyInput`, which it still has to pass. */
  readonly survey: {
    readonly title: I18nText;
    readonly purpose: I18nText;
    readonly languages: string[];
    readonly pages: SurveyPage[];
  };
  readonly errors: readonly LineError[];
  /** Lines that were left out on purpose, because they say more about the phone than about the service. */
  readonly leftOut: readonly number[];
}

export function convertXlsform(
  sheets: readonly WorkbookSheet[],
  options: ConversionOptions = {},
): Conversion {
  const cells = (name: string): WorkbookSheet['rows'] =>
    sheets.find((sheet) => sheet.name.trim() === name)?.rows ?? [];
  const settings = rowsOf(cells('settings'), 'id')[0];
  const named = settings?.cell('default_language') ?? '';
  const language = options.language ?? /\(([A-Za-z-]+)\)$/.exec(named)?.[1] ?? (named === '' ? 'id' : named);
  const languages = languagesIn(cells('survey'), language);
  const errors: LineError[] = [];
  const tell = (sheet: string, line: number, message: string): void =>
    void errors.push({ sheet, line, message });

  // The language that the form was written in is no translation.
  const wordingOf = (row: SheetRow, column: string): I18nText | undefined => {
    const texts = [...row.texts(column)].filter(([tag]) => languages.includes(tag));
    if (texts.length === 0) return undefined;
    return Object.fromEntries(
      texts.map(([tag, text]) => [
        tag,
        { text: text.replace(/\s*\n\s*/g, ' '), reviewed: tag === language ? 'peer' : 'none' },
      ]),
    );
  };
  const everywhere = (text: string): I18nText =>
    Object.fromEntries(languages.map((tag) => [tag, { text, reviewed: tag === language ? 'peer' : 'none' }]));

  const title = settings?.cell('form_title') ?? '';
  const purpose = settings?.texts('purpose') ?? new Map<string, string>();
  if (title === '') tell('settings', 2, 'There is no form_title.');
  if (purpose.size === 0) {
    tell(
      'settings',
      2,
      'There is no purpose: a column of this name, in every language, tells people why they are asked.',
    );
  }
  const lists = listsOf(rowsOf(cells('choices'), language), wordingOf, tell);
  const { pages, leftOut } = pagesOf(rowsOf(cells('survey'), language), lists, wordingOf, tell);
  const questions = pages.flatMap((page) => page.questions);
  let names: ReadonlyMap<string, string> = new Map();
  if (isNumbered(questions)) {
    if (options.skmOrder === undefined) tell('survey', 1, ASK_FOR_ORDER);
    else {
      try {
        names = elementNames(questions, options.skmOrder);
      } catch (error) {
        tell('survey', 1, messageOf(error));
      }
    }
  }
  return {
    survey: {
      title: everywhere(title),
      purpose: Object.fromEntries([...purpose].map(([tag, text]) => [tag, { text, reviewed: 'peer' }])),
      languages,
      pages: finish(pages, names),
    },
    errors,
    leftOut,
  };
}

type Tell = (sheet: string, line: number, message: string) => void;
type WordingOf = (row: SheetRow, column: string) => I18nText | undefined;

function listsOf(
  rows: readonly SheetRow[],
  wordingOf: WordingOf,
  tell: Tell,
): ReadonlyMap<string, ChoiceList> {
  const lists = new Map<string, { value: string; label: I18nText }[]>();
  for (const row of rows) {
    const label = wordingOf(row, 'label');
    const value = row.cell('name');
    if (!label || !/^[A-Za-z0-9_-]{1,64}$/.test(value)) {
      tell('choices', row.line, 'A choice needs a label, and a name of letters, digits, - and _.');
      continue;
    }
    const name = row.cell('list_name') || row.cell('list name');
    lists.set(name, [...(lists.get(name) ?? []), { value, label }]);
  }
  return lists;
}

/** A group is a page; what stands outside of groups is a page of its own. */
function pagesOf(
  rows: readonly SheetRow[],
  lists: ReadonlyMap<string, ChoiceList>,
  wordingOf: WordingOf,
  tell: Tell,
): { pages: SurveyPage[]; leftOut: number[] } {
  const pages: SurveyPage[] = [];
  const leftOut: number[] = [];
  let group: SurveyPage | undefined;
  let loose: SurveyPage | undefined;
  for (const row of rows) {
    const type = row.cell('type').replace(/[\s_]+/g, ' ');
    if (isLeftOut(row.cell('type'))) {
      leftOut.push(row.line);
    } else if (type === 'begin group') {
      if (group) tell('survey', row.line, 'A group within a group is not taken over.');
      try {
        group = pageOf(row, wordingOf);
        loose = undefined;
        pages.push(group);
      } catch (error) {
        tell('survey', row.line, messageOf(error));
      }
    } else if (type === 'end group') {
      group = undefined;
    } else {
      try {
        const question = questionOf(row, lists, wordingOf);
        if (!group && !loose) pages.push((loose = { id: `page_${pages.length + 1}`, questions: [] }));
        (group ?? loose)?.questions.push(question);
      } catch (error) {
        tell('survey', row.line, messageOf(error));
      }
    }
  }
  return { pages: pages.filter(({ questions }) => questions.length > 0), leftOut };
}

function pageOf(row: SheetRow, wordingOf: WordingOf): SurveyPage {
  const relevant = row.cell('relevant');
  const title = wordingOf(row, 'label');
  return {
    id: row.cell('name'),
    ...(title && { title }),
    ...(relevant !== '' && { showIf: readCondition(relevant) }),
    questions: [],
  };
}

/** Puts names in place of numbers, and what depends on the kinds of questions. */
function finish(pages: readonly SurveyPage[], names: ReadonlyMap<string, string>): SurveyPage[] {
  const kinds = new Map(
    pages.flatMap(({ questions }) => questions.map(({ id, kind }) => [id, kind] as const)),
  );
  const conditionOf = (condition: Condition): Condition => {
    const resolved = resolveCondition(condition, (id) => kinds.get(id));
    return rename(resolved, names);
  };
  return pages.map(({ showIf, questions, ...page }) => ({
    ...page,
    ...(showIf && { showIf: conditionOf(showIf) }),
    questions: questions.map(({ showIf: own, ...question }): Question => {
      const element = names.get(question.id);
      return {
        ...question,
        ...(own && { showIf: conditionOf(own) }),
        ...(element !== undefined && { id: element, measures: { instrument: 'skm', element } }),
      };
    }),
  }));
}

function rename(condition: Condition, names: ReadonlyMap<string, string>): Condition {
  const { of, question } = condition;
  if (of) return { ...condition, of: of.map((part) => rename(part, names)) };
  return question === undefined ? condition : { ...condition, question: names.get(question) ?? question };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
