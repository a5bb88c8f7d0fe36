// Takes an answer: once for each receipt, once for each token, apart from what would say whose it is.

import type { Answers, SubmitResponse, Survey } from '@lintas/contract';
import { sql } from 'kysely';
import type { Cryptography } from '../adapters.ts';
import type { Transaction } from '../db/database.ts';
import { Refusal } from '../http/problems.ts';
import { countersOf } from './counting.ts';
import type { FoundSurvey } from './store.ts';

/** A version of a questionnaire. */
type Edition = Pick<FoundSurvey, 'tenantId' | 'version' | 'survey'>;

/**
 * Writes an answer and counts it. One that was written before is left alone: it was sent again.
 *
 * @param day on which it arrived, in UTC
 * @throws Refusal `token-spent`
 */
export async function writeResponse(
  transaction: Transaction,
  found: Edition,
  { receipt, language, answers, token }: SubmitResponse,
  day: string,
  { keyedHash, sha256 }: Pick<Cryptography, 'keyedHash' | 'sha256'>,
): Promise<void> {
  const { tenantId, version, survey } = found;
  const place = { tenant_id: tenantId, survey_id: survey.id, version, unmixed: day };
  const hashes = hashReceipt(receipt, survey.id, keyedHash);
  const [texts, rest] = partition(survey, answers);
  const written = await transaction
    .insertInto('survey_responses')
    .values({ ...place, receipt: hashes.response, day, language, answers: JSON.stringify(rest) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('day')
    .executeTakeFirst();
  if (!written) return;
  if (token) {
    const spent = await transaction
      .insertInto('survey_tokens')
      .values({ ...place, message: sha256(token.message) })
      .onConflict((conflict) => conflict.doNothing())
      .returning('version')
      .executeTakeFirst();
    if (!spent) throw new Refusal('token-spent');
  }
  if (texts.length > 0) {
    await transaction
      .insertInto('survey_texts')
      .values(
        texts.map(([question, text]) => ({
          ...place,
          receipt: hashes.text(question),
          question,
          day,
          language,
          text,
        })),
      )
      .execute();
  }
  // Last, because others who answer wait from here to the commit.
  await count(transaction, found, day, answers, 1);
}

/**
 * Erases the answer of a receipt, and takes it out of what was counted. Nothing happens when there is none.
 *
 * @param day on which it is erased, in UTC. It is counted down on this day, so that it leaves what is published together
 * with what others have answered since: else the figures before and after would differ by one person.
 */
export async function eraseByReceipt(
  transaction: Transaction,
  { tenantId, surveyId }: { readonly tenantId: string; readonly surveyId: string },
  receipt: string,
  day: string,
  { keyedHash }: Pick<Cryptography, 'keyedHash'>,
): Promise<void> {
  const hashes = hashReceipt(receipt, surveyId, keyedHash);
  const erased = await transaction
    .deleteFrom('survey_responses')
    .where('survey_id', '=', surveyId)
    .where('receipt', '=', hashes.response)
    .returning(['version', 'answers'])
    .executeTakeFirst();
  if (!erased) return;
  const { version } = erased;
  const { survey } = await transaction
    .selectFrom('surveys')
    .select('survey')
    .where('id', '=', surveyId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  const asked = textQuestions(survey);
  const texts =
    asked.length === 0
      ? []
      : await transaction
          .deleteFrom('survey_texts')
          .where('survey_id', '=', surveyId)
          .where('receipt', 'in', asked.map(hashes.text))
          .returning(['question', 'text'])
          .execute();
  const written = Object.fromEntries(texts.map(({ question, text }) => [question, text]));
  await count(transaction, { tenantId, version, survey }, day, { ...erased.answers, ...written }, -1);
}

/** Adds an answer to the counters of its day, or takes it away. */
async function count(
  transaction: Transaction,
  { tenantId, version, survey }: Edition,
  day: string,
  answers: Answers,
  step: 1 | -1,
): Promise<void> {
  const place = { tenant_id: tenantId, survey_id: survey.id, version, day, unmixed: day };
  await transaction
    .insertInto('survey_counts')
    .values(countersOf(survey, answers).map((counter) => ({ ...place, ...counter, n: step })))
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'survey_id', 'version', 'question', 'value', 'day'])
        .doUpdateSet({ n: sql`survey_counts.n + ${step}::integer` }),
    )
    .execute();
}

/** Hashes that only the receipt connects: of the answer, and of each text. */
function hashReceipt(receipt: string, surveyId: string, keyedHash: Cryptography['keyedHash']) {
  return {
    response: keyedHash(`survey response ${surveyId} ${receipt}`),
    text: (question: string) => keyedHash(`survey text ${surveyId} ${receipt} ${question}`),
  };
}

/** What people wrote in their own words, and the rest. */
function partition(survey: Survey, answers: Answers): [texts: [string, string][], rest: Answers] {
  const texts = textQuestions(survey).flatMap((id): [string, string][] => {
    const answer = answers[id];
    return typeof answer === 'string' ? [[id, answer]] : [];
  });
  const apart = new Set(texts.map(([id]) => id));
  return [texts, Object.fromEntries(Object.entries(answers).filter(([id]) => !apart.has(id)))];
}

function textQuestions({ pages }: Survey): string[] {
  const questions = pages.flatMap((page) => page.questions);
  return questions.filter(({ kind }) => kind === 'text').map(({ id }) => id);
}
