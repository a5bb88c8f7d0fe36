// Published results of a questionnaire, as JSON and as a table. Anybody may read them, and any cache may keep them for a
// while: they change once a day at most.

import type { ENDPOINTS, ResultsQuery, SurveyResults } from '@lintas/contract';
import type { Transaction } from '../db/database.ts';
import type { Dependencies } from '../dependencies.ts';
import { answerEmpty } from '../http/answer.ts';
import type { Handler } from '../http/call.ts';
import { matches } from '../http/route.ts';
import { hex } from '../identifiers.ts';
import { sendText } from './send-text.ts';
import { EVERYBODY } from './counting.ts';
import { resultLines } from './result-lines.ts';
import { resultsOf } from './results-of-days.ts';
import { readVersion, requireSurvey, utcDay } from './routes.ts';
import type { FoundSurvey } from './store.ts';
import { talliedOf, type CountRow } from './tallied.ts';

type Calls = typeof ENDPOINTS;

export function readResults(dependencies: Dependencies): Handler<Calls['getSurveyResults']> {
  const readResultsOf = resultsReader(dependencies);
  return {
    for: 'anyone',
    async handle({ params, query, answerHeaders }) {
      const results = await readResultsOf(params.id, query);
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
      const results = await readResultsOf(params.id, query);
      const etag = tagOf(results, dependencies);
      exchange.headers['Cache-Control'] = CACHED;
      exchange.headers['ETag'] = etag;
      if (matches(header('If-None-Match') ?? null, etag)) return answerEmpty(exchange, 304);
      exchange.headers['Content-Type'] = 'text/csv; charset=utf-8';
      return sendText(exchange, resultLines(results));
    },
  };
}

const CACHED = 'public, max-age=300, s-maxage=3600, stale-while-revalidate=86400';

type ReadResults = (id: string, query: ResultsQuery) => Promise<SurveyResults>;

/** Results that were made before, for as long as no day was added to what they are made of. */
function resultsReader(dependencies: Dependencies): ReadResults {
  const made = new Map<string, { readonly basis: string; readonly results: SurveyResults }>();
  return async (id, { version, period }) => {
    const found = await requireSurvey(dependencies, id, readVersion(version));
    const today = utcDay(dependencies.clock());
    return dependencies.database.inTenant(found.tenantId, async (transaction) => {
      const name = `${id} ${found.version} ${period ?? ''}`;
      const days = await readDays(transaction, found, today);
      const basis = JSON.stringify([days, found.followUp]);
      const before = made.get(name);
      if (before?.basis === basis) return before.results;
      const tallied = talliedOf(await readCounts(transaction, found, today));
      const results = resultsOf(found, tallied, period, today);
      if (made.size >= MOST_KEPT) made.clear();
      made.set(name, { basis, results });
      return results;
    });
  };
}

const MOST_KEPT = 200;

/** How many answers arrived on each day that is over. */
async function readDays(transaction: Transaction, { survey, version }: FoundSurvey, today: string) {
  return transaction
    .selectFrom('survey_counts')
    .select(['day', 'n'])
    .where('survey_id', '=', survey.id)
    .where('version', '=', version)
    .where('question', '=', EVERYBODY.question)
    .where('value', '=', EVERYBODY.value)
    .where('day', '<', today)
    .orderBy('day')
    .execute();
}

/** All counters of the days that are over. */
async function readCounts(
  transaction: Transaction,
  { survey, version }: FoundSurvey,
  today: string,
): Promise<CountRow[]> {
  return transaction
    .selectFrom('survey_counts')
    .select(['question', 'value', 'day', 'n'])
    .where('survey_id', '=', survey.id)
    .where('version', '=', version)
    .where('day', '<', today)
    .orderBy('day')
    .execute();
}

function tagOf(results: SurveyResults, { cryptography }: Pick<Dependencies, 'cryptography'>): string {
  return `"${hex(cryptography.sha256(JSON.stringify(results))).slice(0, 32)}"`;
}
