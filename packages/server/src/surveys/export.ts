// Answers on their way to the questionnaire's owner, page by page, in an order that tells nothing of when they came.

import type { Survey } from '@lintas/contract';
import type { Database, Transaction } from '../db/database.ts';
import { columnsOf } from './columns.ts';
import { csvLine } from '../csv.ts';
import type { FoundSurvey } from './store.ts';

const PAGE_SIZE = 500;

export type ExportFormat = 'csv' | 'ndjson';

/** The answers without what people wrote in their own words. */
export async function* answerLines(
  database: Database,
  found: FoundSurvey,
  format: ExportFormat,
): AsyncGenerator<string, void, undefined> {
  const { survey, version } = found;
  const columns = columnsOf(survey);
  if (format === 'csv') yield csvLine(['version', 'day', 'language', ...columns.map(({ name }) => name)]);
  for await (const { day, language, answers } of eachRow(database, found, readAnswers)) {
    yield format === 'csv'
      ? csvLine([String(version), day, language, ...columns.map(({ read }) => read(answers))])
      : `${JSON.stringify({ version, day, language, answers })}\n`;
  }
}

/** What people wrote, each alone: nothing in it says to which answer it belongs. */
export async function* textLines(
  database: Database,
  found: FoundSurvey,
  format: ExportFormat,
): AsyncGenerator<string, void, undefined> {
  const { version } = found;
  if (format === 'csv') yield csvLine(['version', 'day', 'language', 'question', 'text']);
  for await (const { day, language, question, text } of eachRow(database, found, readTexts)) {
    yield format === 'csv'
      ? csvLine([String(version), day, language, question, text])
      : `${JSON.stringify({ version, day, language, question, text })}\n`;
  }
}

/** What the columns of the answers mean. */
export function codebookLines(survey: Survey): string[] {
  return [
    csvLine(['column', 'type', 'meaning', 'values']),
    csvLine(['version', 'integer', 'Version of the questionnaire that was answered', '']),
    csvLine(['day', 'date', 'Day on which the answer arrived (UTC)', '']),
    csvLine([
      'language',
      'category',
      'Language that it was answered in (BCP 47)',
      survey.languages.join('; '),
    ]),
    ...columnsOf(survey).map(({ name, type, meaning, values }) => csvLine([name, type, meaning, values])),
  ];
}

interface PageStart {
  readonly surveyId: string;
  readonly version: number;
  /** Last receipt of the page before; before all receipts for the first. */
  readonly after: Uint8Array;
}

async function* eachRow<Row extends { readonly receipt: Uint8Array }>(
  database: Database,
  { tenantId, survey, version }: FoundSurvey,
  read: (transaction: Transaction, start: PageStart) => Promise<Row[]>,
): AsyncGenerator<Row, void, undefined> {
  let after = new Uint8Array();
  for (;;) {
    const start = { surveyId: survey.id, version, after };
    const rows = await database.inTenant(tenantId, (transaction) => read(transaction, start));
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE_SIZE) return;
    after = new Uint8Array(last.receipt);
  }
}

function readAnswers(transaction: Transaction, { surveyId, version, after }: PageStart) {
  return transaction
    .selectFrom('survey_responses')
    .select(['receipt', 'day', 'language', 'answers'])
    .where('survey_id', '=', surveyId)
    .where('version', '=', version)
    .where('receipt', '>', after)
    .orderBy('receipt')
    .limit(PAGE_SIZE)
    .execute();
}

function readTexts(transaction: Transaction, { surveyId, version, after }: PageStart) {
  return transaction
    .selectFrom('survey_texts')
    .select(['receipt', 'day', 'language', 'question', 'text'])
    .where('survey_id', '=', surveyId)
    .where('version', '=', version)
    .where('receipt', '>', after)
    .orderBy('receipt')
    .limit(PAGE_SIZE)
    .execute();
}
