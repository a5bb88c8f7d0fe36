// Publishes the questionnaires of the demonstration and writes the answers to them, spread over the time before.

import { responseErrors } from '@lintas/contract';
import type { Clock, Cryptography } from '../adapters.ts';
import type { Database, Transaction } from '../db/database.ts';
import { countersOf } from '../surveys/counting.ts';
import { publishFollowUp } from '../surveys/follow-up.ts';
import { publishSurvey } from '../surveys/publish.ts';
import { DEMO_SURVEYS, type DemoSurvey } from './demo-surveys.ts';

/** So many days apart people answer, that there are not too many days to write. */
const DAYS_BETWEEN = 5;
const DAY_MS = 24 * 60 * 60_000;

interface Tools {
  readonly database: Database;
  readonly cryptography: Cryptography;
  readonly clock: Clock;
}

/** Nothing when they are there already. */
export async function writeDemoSurveys(tools: Tools): Promise<void> {
  for (const survey of DEMO_SURVEYS) {
    await tools.database.asOwner(async (transaction) => {
      const existing = await transaction
        .selectFrom('surveys')
        .select('id')
        .where('id', '=', survey.id)
        .executeTakeFirst();
      if (existing) return;
      const { id, tenantId, input } = survey;
      const published = await publishSurvey(transaction, { id, tenantId, input, isNew: true }, tools);
      if ('errors' in published) throw new Error('A questionnaire of the demonstration is none.');
      await writeAnswers(transaction, survey, tools);
    });
  }
}

async function writeAnswers(
  transaction: Transaction,
  { id, tenantId, input, people, days, answersOf, textsOf, followUp }: DemoSurvey,
  { clock, cryptography }: Tools,
): Promise<void> {
  const counts = new Map<string, { question: string; value: string; day: string; n: number }>();
  const place = { tenant_id: tenantId, survey_id: id, version: 1, language: 'id' };
  const written = Array.from({ length: people }, (_, person) => {
    const answers = answersOf(person);
    const texts = textsOf(person);
    const whole = { ...answers, ...texts };
    if (responseErrors(input, whole).length > 0) throw new Error('An answer of the demonstration is none.');
    // Not today: what is published are whole days.
    const age = 1 + DAYS_BETWEEN * ((person * 7) % Math.floor(days / DAYS_BETWEEN));
    const day = new Date(clock() - age * DAY_MS).toISOString().slice(0, 10);
    for (const { question, value } of countersOf(input, whole)) {
      const name = `${question} ${value} ${day}`;
      const counter = counts.get(name) ?? { question, value, day, n: 0 };
      counts.set(name, { ...counter, n: counter.n + 1 });
    }
    return { person, day, answers, texts };
  });
  const responses = written.map(({ person, day, answers }) => ({
    ...place,
    day,
    receipt: cryptography.keyedHash(`demonstration response ${id} ${person}`),
    answers: JSON.stringify(answers),
  }));
  // Parameters of one statement are limited to 65,535.
  for (let from = 0; from < responses.length; from += 1000) {
    await transaction
      .insertInto('survey_responses')
      .values(responses.slice(from, from + 1000))
      .execute();
  }
  const texts = written.flatMap(({ person, day, texts: own }) =>
    Object.entries(own).map(([question, text]) => ({
      ...place,
      day,
      question,
      text,
      receipt: cryptography.keyedHash(`demonstration text ${id} ${person} ${question}`),
    })),
  );
  if (texts.length > 0) await transaction.insertInto('survey_texts').values(texts).execute();
  await publishFollowUp(transaction, { tenantId, id }, followUp);
  const owner = { tenant_id: tenantId, survey_id: id, version: 1 };
  const counters = [...counts.values()].map((counter) => ({ ...owner, ...counter }));
  for (let from = 0; from < counters.length; from += 1000) {
    await transaction
      .insertInto('survey_counts')
      .values(counters.slice(from, from + 1000))
      .execute();
  }
}
