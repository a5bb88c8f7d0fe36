// Published results of a questionnaire, as JSON and as a table. Anybody may read them, and any cache may keep them for a
// while: they change once a day at most.

import type { ENDPOINTS, SurveyResults } from '@lintas/contract';
import type { Transaction } from '../db/database.ts';
import type { Dependencies } from '../dependencies.ts';
import { answerEmpty } from '../http/answer.ts';
import type { Handler } from '../http/call.ts';
import { hex } from '../identifiers.ts';
import { sendText } from './send-text.ts';
import { lastPublishedDay } from './published-days.ts';
import { resultLines } from './result-lines.ts';
import { surveyResults } from './results.ts';
import { readVersion, requireSurvey } from './routes.ts';
import type { FoundSurvey } from './store.ts';

type Calls = typeof ENDPOINTS;

export function readResults(dependencies: Dependencies): Handler<Calls['getSurveyResults']> {
  return {
    for: 'anyone',
    async handle({ params, query, answerHeaders }) {
      const results = await resultsOf(dependencies, params.id, query.version);
      answerHeaders['Cache-Control'] = CACHED;
      return { body: results, etag: tagOf(results, dependencies) };
    },
  };
}

export function readResultsTable(dependencies: Dependencies): Handler<Calls['getSurveyResultsTable']> {
  return {
    for: 'bytes',
    async answer({ params, query, exchange, header }) {
      const results = await resultsOf(dependencies, params.id, query.version);
      const etag = tagOf(results, dependencies);
      exchange.headers['Cache-Control'] = CACHED;
      exchange.headers['ETag'] = etag;
      if (header('If-None-Match') === etag) return answerEmpty(exchange, 304);
      exchange.headers['Content-Type'] = 'text/csv; charset=utf-8';
      return sendText(exchange, resultLines(results));
    },
  };
}

const CACHED = 'public, max-age=300';

async function resultsOf(
  dependencies: Dependencies,
  id: string,
  version: string | undefined,
): Promise<SurveyResults> {
  const found = await requireSurvey(dependencies, id, readVersion(version));
  const { minCell: threshold, survey, population } = found;
  const today = new Date(dependencies.clock()).toISOString().slice(0, 10);
  return dependencies.database.inTenant(found.tenantId, async (transaction) => {
    const asOf = lastPublishedDay(await readDays(transaction, found), threshold, today);
    const counted =
      asOf === undefined ? new Map<string, number>() : await readCounts(transaction, found, asOf);
    const counts = ({ question, value }: { readonly question: string; readonly value: string }) =>
      counted.get(`${question} ${value}`) ?? 0;
    return surveyResults({ survey, population, threshold, asOf, counts });
  });
}

/** How many answers arrived on each day. */
async function readDays(transaction: Transaction, { survey, version }: FoundSurvey) {
  return transaction
    .selectFrom('survey_counts')
    .select(['day', 'n'])
    .where('survey_id', '=', survey.id)
    .where('version', '=', version)
    .where('question', '=', '')
    .where('value', '=', '')
    .orderBy('day')
    .execute();
}

/** All counters up to a day, by question and value. */
async function readCounts(
  transaction: Transaction,
  { survey, version }: FoundSurvey,
  asOf: string,
): Promise<Map<string, number>> {
  const rows = await transaction
    .selectFrom('survey_counts')
    .select((expression) => ['question', 'value', expression.fn.sum<string>('n').as('n')])
    .where('survey_id', '=', survey.id)
    .where('version', '=', version)
    .where('day', '<=', asOf)
    .groupBy(['question', 'value'])
    .execute();
  return new Map(rows.map(({ question, value, n }) => [`${question} ${value}`, Number(n)]));
}

function tagOf(results: SurveyResults, { cryptography }: Pick<Dependencies, 'cryptography'>): string {
  return `"${hex(cryptography.sha256(JSON.stringify(results))).slice(0, 32)}"`;
}
