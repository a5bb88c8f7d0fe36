// What a page asks about questionnaires: read one, get a token for it, answer it, take the answer back.

import { fromBase64url, toBase64url } from '../base64url.ts';
import { responseErrors, type ENDPOINTS, type SubmitResponse } from '@lintas/contract';
import type { Dependencies } from '../dependencies.ts';
import type { Handler } from '../http/call.ts';
import { Refusal, refuseValues } from '../http/problems.ts';
import { utcDay } from './day.ts';
import { holderOf } from './grants.ts';
import { reserveAnswer, reserveErasure } from './limits.ts';
import { eraseByReceipt, writeResponse } from './responses.ts';
import { findSurvey, type FoundSurvey } from './store.ts';
import { isTokenValid, unsealTokenKey } from './token-keys.ts';

type Calls = typeof ENDPOINTS;

/** Answers that were given in time may arrive so much later: some phones are offline for days. */
const GRACE_MS = 7 * 24 * 60 * 60_000;

const MAX_ERRORS = 20;

export function getSurvey(dependencies: Dependencies): Handler<Calls['getSurvey']> {
  return {
    for: 'page',
    async handle({ params, query }) {
      const { survey, version } = await requireSurvey(dependencies, params.id, readVersion(query.version));
      return { body: survey, etag: `"${version}"` };
    },
  };
}

export function issueSurveyToken(dependencies: Dependencies): Handler<Calls['issueSurveyToken']> {
  const { clock, cryptography, database } = dependencies;
  return {
    for: 'visitor',
    async handle({ params, body, person }) {
      const found = await requireSurvey(dependencies, params.id, body.version);
      requireOpen(found, clock(), 0);
      if (!found.tokenKey) throw new Refusal('not-found');
      const blinded = fromBase64url(body.blinded);
      // The same request once more gets the same signature. So no answer is kept, and with it the time of the request.
      return database.inTenant(found.tenantId, async (transaction) => {
        const place = { tenant_id: found.tenantId, survey_id: found.survey.id, version: found.version };
        const holder = holderOf(person.applicationId, cryptography);
        const hash = cryptography.sha256(blinded);
        await transaction
          .insertInto('survey_grants')
          .values({ ...place, holder, blinded: hash, unmixed: utcDay(clock()) })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        const granted = await transaction
          .selectFrom('survey_grants')
          .select('blinded')
          .where('survey_id', '=', place.survey_id)
          .where('version', '=', place.version)
          .where('holder', '=', holder)
          .executeTakeFirstOrThrow();
        if (toBase64url(granted.blinded) !== toBase64url(hash)) throw new Refusal('token-issued');
        const { sealed_token_key: sealed } = await transaction
          .selectFrom('surveys')
          .select('sealed_token_key')
          .where('id', '=', place.survey_id)
          .where('version', '=', place.version)
          .executeTakeFirstOrThrow();
        if (!sealed) throw new Refusal('not-found');
        const key = unsealTokenKey(sealed, cryptography);
        return { body: { signature: toBase64url(sign(dependencies, key, blinded)) } };
      });
    },
  };
}

export function submitResponse(dependencies: Dependencies): Handler<Calls['submitResponse']> {
  const { clock, cryptography, database } = dependencies;
  return {
    for: 'page',
    async handle({ params, body, address }) {
      const found = await requireSurvey(dependencies, params.id, body.version);
      // Only a program fills in what nobody sees. It is told what people are told.
      if (body.website !== undefined && body.website !== '') return RECEIVED;
      requireOpen(found, clock(), GRACE_MS);
      refuseImpossible(found, body);
      const now = new Date(clock());
      if (found.tokenKey) await requireToken(found.tokenKey, body);
      else {
        const from = { surveyId: found.survey.id, address, now };
        await database.atGate((transaction) => reserveAnswer(transaction, from, cryptography));
      }
      // Its receipt makes it count once. A stored answer would tell to the millisecond when it came.
      await database.inTenant(found.tenantId, (transaction) =>
        writeResponse(transaction, found, body, utcDay(now.getTime()), cryptography),
      );
      return RECEIVED;
    },
  };
}

export function eraseResponse(dependencies: Dependencies): Handler<Calls['eraseResponse']> {
  const { clock, cryptography, database } = dependencies;
  return {
    for: 'page',
    async handle({ params, body, address }) {
      const { tenantId, survey } = await requireSurvey(dependencies, params.id);
      const from = { address, now: new Date(clock()) };
      await database.atGate((transaction) => reserveErasure(transaction, from, cryptography));
      const sender = { tenantId, surveyId: survey.id };
      // Twice does what once does. A stored answer would tell when somebody took theirs back.
      await database.inTenant(tenantId, (transaction) =>
        eraseByReceipt(transaction, sender, body.receipt, utcDay(clock()), cryptography),
      );
      return {};
    },
  };
}

/** @throws Refusal `not-found` */
export async function requireSurvey(
  { database }: Pick<Dependencies, 'database'>,
  id: string,
  version?: number,
): Promise<FoundSurvey> {
  const found = await database.atGate((transaction) => findSurvey(transaction, id, version));
  if (!found) throw new Refusal('not-found');
  return found;
}

export function readVersion(version: string | undefined): number | undefined {
  return version === undefined ? undefined : Number(version);
}

const RECEIVED = { body: { received: true } } as const;

function requireOpen({ closesAt }: FoundSurvey, now: number, graceMs: number): void {
  if (closesAt && closesAt.getTime() + graceMs <= now) throw new Refusal('survey-closed');
}

async function requireToken(tokenKey: Uint8Array, { token }: SubmitResponse): Promise<void> {
  if (!token) throw new Refusal('token-required');
  if (!(await isTokenValid(token, tokenKey))) throw new Refusal('token-invalid');
}

/** The form runs here as it ran there. */
function refuseImpossible({ survey }: FoundSurvey, { answers, language }: SubmitResponse): void {
  if (!survey.languages.includes(language)) {
    const message = 'The questionnaire does not come in this language.';
    throw refuseValues({ pointer: '/language', code: 'unknown_language', message });
  }
  const errors = responseErrors(survey, answers);
  if (errors.length > 0) throw refuseValues(...errors.slice(0, MAX_ERRORS));
}

function sign({ cryptography }: Dependencies, key: Uint8Array, blinded: Uint8Array): Uint8Array {
  try {
    return cryptography.signBlinded(key, blinded);
  } catch {
    const message = 'This was not blinded for the key of this questionnaire.';
    throw refuseValues({ pointer: '/blinded', code: 'not_for_this_key', message });
  }
}
