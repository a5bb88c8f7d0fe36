// Published results of a questionnaire, as JSON and as a table. Anybody may read them, and any cache may keep them for a
// while: they change once a day at most.

import type { ENDPOINTS, SurveyResults } from '@lintas/contract';
import type { Transaction } from '../db/database.ts';
import type { Dependencies } from '../dependencies.ts';
import { answerEmpty } from '../http/answer.ts';
import type { Handler } from '../http/call.ts';
import { hex } from '../identifiers.ts';
import { sendText } from './send-text.ts';
import type { Counter } from './counting.ts';
import { lastPublishedDay } from './published-days.ts';
import { resultLines } from './result-lines.ts';
import { surveyResults } from './results.ts';
import { readVersion, requireSurvey } from './routes.ts';
import type { FoundSurvey } from './store.ts';

type Calls = typeof ENDPOINTS;

export function readResults(dependencies: Dependencies): Handler<Calls['getSurveyResults']> {
  const readResultsOf = resultsReader(dependencies);
  return {
    for: 'anyone',
    async handle({ params, query, answerHeaders }) {
      const results = await readResultsOf(params.id, query.version);
      answerHeaders['Cache-Control'] = CACHED;
      return { body: results, etag: tagOf(results, dependencies) };
    },
  };
}

export function readResultsTable(dependencies: Dependencies): Handler<Calls['getSurveyResultsTable']> {
  const readResultsOf = resultsReader(dependencies);
  return {
    for: 'bytes',
    async answer({ params, query, exchange, header }) {
      const results = await readResultsOf(params.id, query.version);
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

type ReadResults = (id: string, version: string | undefined) => Promise<SurveyResults>;

/** Results that were made before, for as long as nothing was added to what they are made of, and nothing erased. */
function resultsReader(dependencies: Dependencies): ReadResults {
  const made = new Map<string, { readonly basis: string; readonly results: SurveyResults }>();
  return async (id, version) => {
    const found = await requireSurvey(dependencies, id, readVersion(version));
    const { minCell: threshold, survey, population } = found;
    const today = new Date(dependencies.clock()).toISOString().slice(0, 10);
    return dependencies.database.inTenant(found.tenantId, async (transaction) => {
      const days = await readDays(transaction, found);
      const asOf = lastPublishedDay(days, threshold, today);
      const name = `${id} ${found.version}`;
      const basis = JSON.stringify(days.filter(({ day }) => asOf !== undefined && day <= asOf));
      const before = made.get(name);
      if (before?.basis === basis) return before.results;
      const counted =
        asOf === undefined ? new Map<string, number>() : await readCounts(transaction, found, asOf);
      const counts = ({ question, value }: Counter): number => counted.get(`${question} ${value}`) ?? 0;
      const results = surveyResults({ survey, population, threshold, asOf, counts });
      if (made.size >= MOST_KEPT) made.clear();
      made.set(name, { basis, results });
      return results;
    });
  };
}

const MOST_KEPT = 200;

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
