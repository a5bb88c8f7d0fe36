// Opens a case with its reference and PIN. Whether the reference is unknown or the PIN is wrong, the same
// queries run, one hash is computed, and the same bytes are answered.

import { parsePin, parseReference, type ENDPOINTS, type StatusSession } from '@lintas/contract';
import { sql } from 'kysely';
import { toBase64url } from '../base64url.ts';
import { recordAudit } from '../db/audit.ts';
import type { Transaction } from '../db/database.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Handler } from '../http/call.ts';
import { Refusal } from '../http/problems.ts';
import { reserveTryFor } from '../limits/reserve.ts';
import { forgiveTry } from '../limits/store.ts';
import { NOBODYS_PIN_HASH } from './pins.ts';
import { createSession } from './sessions.ts';

/** Bytes of a session token. */
const TOKEN_BYTES = 32;
/** Looked up for what is not a reference at all: no case has this one. */
const NO_REFERENCE = '-';

export function openStatusSession(
  dependencies: Dependencies,
): Handler<(typeof ENDPOINTS)['openStatusSession']> {
  const { database, cryptography } = dependencies;
  return {
    for: 'page',
    async handle({ body, page, address, answerHeaders, once }) {
      const reference = parseReference(body.reference);
      const attempt = { reference: reference ?? body.reference, address, tenantId: page.tenantId };
      const reservation = await reserveTryFor(attempt, answerHeaders, dependencies);
      const found = await database.atGate((transaction) => findCase(transaction, reference ?? NO_REFERENCE));
      const pin = parsePin(body.secret.value) ?? '';
      const matches = await cryptography.verifyPin(pin, found?.pinHash ?? NOBODYS_PIN_HASH);
      if (!found || !matches) throw new Refusal('lookup-failed');

      await database.atGate((transaction) => forgiveTry(transaction, reservation));
      return once(found.tenantId, async (transaction) => {
        if (!(await stillOpens(transaction, found))) throw new Refusal('lookup-failed');
        const session = { tenantId: found.tenantId, applicationId: found.id, keyId: page.keyId };
        return { body: await issueToken(transaction, session, dependencies) };
      });
    },
  };
}

interface FoundCase {
  readonly id: string;
  readonly tenantId: string;
  readonly pinHash: string;
}

async function findCase(transaction: Transaction, reference: string): Promise<FoundCase | undefined> {
  const { rows } = await sql<FoundCase>`
    select id, tenant_id as "tenantId", pin_hash as "pinHash" from find_case(${reference})
  `.execute(transaction);
  return rows[0];
}

/** Whether the PIN that was looked at is still the one; nobody replaces it before the session is there, to be ended. */
async function stillOpens(transaction: Transaction, { id, pinHash }: FoundCase): Promise<boolean> {
  const row = await transaction
    .selectFrom('applications')
    .select('pin_hash')
    .where('id', '=', id)
    .forShare()
    .executeTakeFirst();
  return row?.pin_hash === pinHash;
}

async function issueToken(
  transaction: Transaction,
  session: { tenantId: string; applicationId: string; keyId: string },
  { cryptography, clock }: Dependencies,
): Promise<StatusSession> {
  const token = `cs_${toBase64url(cryptography.randomBytes(TOKEN_BYTES))}`;
  const now = new Date(clock());
  const times = await createSession(transaction, { tokenHash: cryptography.sha256(token), ...session }, now);
  await recordAudit(transaction, {
    tenantId: session.tenantId,
    at: now,
    actor: `key:${session.keyId}`,
    action: 'session.open',
    applicationId: session.applicationId,
  });
  return { token, expiresAt: times.expiresAt.toISOString(), endsAt: times.endsAt.toISOString() };
}
