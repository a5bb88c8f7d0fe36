// Published results of a questionnaire, as JSON and as a table. Anybody may read them, and any cache may keep them for a
// while: they change once a day at most.

import type { ENDPOINTS, Period, ResultsQuery, SurveyResults } from '@lintas/contract';
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
import { utcDay } from './day.ts';
import { readVersion, requireSurvey } from './routes.ts';
import type { FoundSurvey } from './store.ts';
import { talliedOf, type CountRow, type Tallied } from './tallied.ts';

type Calls = typeof ENDPOINTS;

export function getSurveyResults(dependencies: Dependencies): Handler<Calls['getSurveyResults']> {
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

export function getSurveyResultsTable(dependencies: Dependencies): Handler<Calls['getSurveyResultsTable']> {
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

/** A questionnaire's counters, and the results that were made of them so far. */
interface Edition {
  /** What they are made of. */
  readonly basis: string;
  readonly tallied: Promise<Tallied>;
  /** By period; those without results share one. */
  readonly results: Map<string, SurveyResults>;
}

/** Results that were made before, for as long as no day was added to what they are made of. */
function resultsReader(dependencies: Dependencies): ReadResults {
  const editions = new Map<string, Edition>();

  /** Anybody may ask, at any time: the counters are read once, whoever else asks meanwhile. */
  async function editionOf(transaction: Transaction, found: FoundSurvey, today: string): Promise<Edition> {
    const name = `${found.survey.id} ${found.version}`;
    const basis = JSON.stringify([today, await readDays(transaction, found, today), found.followUp]);
    const before = editions.get(name);
    if (before?.basis === basis) return before;
    const tallied = readCounts(transaction, found, today).then(talliedOf);
    const edition: Edition = { basis, tallied, results: new Map() };
    editions.set(name, edition);
    tallied.catch(() => editions.get(name) === edition && editions.delete(name));
    const [oldest] = editions.keys();
    if (editions.size > MOST_KEPT && oldest !== undefined) editions.delete(oldest);
    return edition;
  }

  return async (id, { version, period }) => {
    const found = await requireSurvey(dependencies, id, readVersion(version));
    const today = utcDay(dependencies.clock());
    return dependencies.database.inTenant(found.tenantId, async (transaction) => {
      const { tallied, results } = await editionOf(transaction, found, today);
      const counters = await tallied;
      const make = (name: string, of: Period | undefined): SurveyResults => {
        const made = results.get(name) ?? resultsOf(found, counters, of, today);
        results.set(name, made);
        return made;
      };
      const whole = make('', undefined);
      if (period === undefined) return whole;
      return whole.periods.includes(period) ? make(period, period) : { ...make('none', period), period };
    });
  };
}

/** Editions of which the counters stay in memory. */
const MOST_KEPT = 20;

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
