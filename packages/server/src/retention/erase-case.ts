// Erases a case from the database, all of it in one transaction: whatever happens to the process, it is there or gone.
// What stays are counts, the audit's entries, and what was said of files, without whose they were. The bytes of its
// documents are erased right after it, by whoever finds them in `erased_documents`.

import { sql } from 'kysely';
import { recordAudit } from '../db/audit.ts';
import type { Transaction } from '../db/database.ts';
import type { Dependencies } from '../dependencies.ts';
import { wakeWorkers } from '../documents/wake.ts';
import { keepContribution } from '../metrics/erased.ts';
import { lockRollups } from '../metrics/lock.ts';
import { forgetGrants } from '../surveys/grants.ts';
import { todayAtOffice, type CaseId } from './due.ts';

type Tools = Pick<Dependencies, 'clock' | 'cryptography'>;

/** As the owner. Resolves to whether it was there and due: another process may have been faster. */
export async function eraseCase(
  transaction: Transaction,
  { tenantId, id }: CaseId,
  { clock, cryptography }: Tools,
): Promise<boolean> {
  const now = new Date(clock());
  // Before any row is locked: whoever follows the log at this moment needs a while.
  await lockRollups(transaction);
  if (!(await lockCase(transaction, { tenantId, id }, now))) return false;
  await keepContribution(transaction, tenantId, id);
  await forgetGrants(transaction, id, cryptography);
  const documents = sql`select id from documents where tenant_id = ${tenantId} and application_id = ${id}`;
  const consents = sql`select id from consents where tenant_id = ${tenantId} and application_id = ${id}`;
  await sql`
    update attestations set document_id = null where tenant_id = ${tenantId} and document_id in (${documents})
  `.execute(transaction);
  await sql`
    delete from idempotency where tenant_id = ${tenantId}
      and (about = ${id} or about in (${documents}) or about in (${consents}))
  `.execute(transaction);
  await sql`
    insert into erased_documents (document_id, erased_at, sweep_at)
    select d.id, ${now}::timestamptz, ${now}::timestamptz from (${documents}) d
  `.execute(transaction);
  // Everything that belongs to a case goes with it: see the foreign keys in migrations/.
  await transaction
    .deleteFrom('applications')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
  await wakeWorkers(transaction, now);
  const action = 'application.erase';
  await recordAudit(transaction, { tenantId, at: now, actor: 'system', action, applicationId: id });
  return true;
}

/** So that nobody adds anything to the case or its documents until both are gone. */
async function lockCase(transaction: Transaction, { tenantId, id }: CaseId, now: Date): Promise<boolean> {
  const locked = await transaction
    .selectFrom('applications')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('retention_until', '<', todayAtOffice(now.getTime()))
    .forUpdate()
    .executeTakeFirst();
  if (!locked) return false;
  await transaction
    .selectFrom('documents')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('application_id', '=', id)
    .orderBy('id')
    .forUpdate()
    .execute();
  return true;
}
