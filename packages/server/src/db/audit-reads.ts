// That a system has read a case, or looked through the list. It is recorded once an hour for each key: a system that
// asks every minute would bury everything else.

import { sql } from 'kysely';
import { recordAudit, type AuditEntry } from './audit.ts';
import type { Transaction } from './database.ts';

const HOUR_MS = 60 * 60_000;

export interface Read {
  readonly tenantId: string;
  readonly keyId: string;
  /** The case that was read; missing for the list. */
  readonly applicationId?: string | undefined;
  readonly at: Date;
}

/**
 * Records a read in its transaction, unless it is recorded already. Call it last, as {@link recordAudit}: an answer that
 * could not be recorded is not given.
 */
export async function recordRead(transaction: Transaction, read: Read): Promise<void> {
  if (await isRecorded(transaction, read)) return;
  const { keyId, applicationId = '' } = read;
  // Of several that come at once, the others wait here and then find what the first one has recorded.
  await sql`
    select pg_advisory_xact_lock(hashtextextended(${`lintas read ${keyId} ${applicationId}`}, 0))
  `.execute(transaction);
  if (!(await isRecorded(transaction, read))) await recordAudit(transaction, entryOf(read));
}

/** Whether the same key's read of the same was recorded within the hour. */
export async function isRecorded(transaction: Transaction, read: Read): Promise<boolean> {
  const { actor, action, applicationId } = entryOf(read);
  const found = await transaction
    .selectFrom('audit')
    .select('at')
    .where('actor', '=', actor)
    .where('action', '=', action)
    .where('application_id', applicationId === undefined ? 'is' : '=', applicationId ?? null)
    .where('at', '>', new Date(read.at.getTime() - HOUR_MS))
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

function entryOf({ tenantId, keyId, applicationId, at }: Read): AuditEntry {
  const action = applicationId === undefined ? 'application.list' : 'application.read';
  return { tenantId, at, actor: `key:${keyId}`, action, applicationId };
}
