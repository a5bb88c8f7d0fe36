// Gives a case another PIN: whatever was opened with the one before is closed, and the person can read that it was done.

import { recordAudit } from '../db/audit.ts';
import type { Transaction } from '../db/database.ts';
import type { Dependencies } from '../dependencies.ts';
import { Refusal } from '../http/problems.ts';
import type { IssuedPin } from './pins.ts';
import { lockApplication } from './store.ts';

export interface Replacement {
  readonly tenantId: string;
  readonly applicationId: string;
  readonly issued: IssuedPin;
  /** As the audit names it: `key:<id>`. */
  readonly actor: string;
}

/** @throws Refusal `not-found` */
export async function replacePinOf(
  transaction: Transaction,
  { tenantId, applicationId, issued, actor }: Replacement,
  { clock }: Pick<Dependencies, 'clock'>,
): Promise<void> {
  if (!(await lockApplication(transaction, applicationId))) throw new Refusal('not-found');
  await transaction
    .updateTable('applications')
    .set({ pin_hash: issued.hash })
    .where('id', '=', applicationId)
    .execute();
  await transaction.deleteFrom('sessions').where('application_id', '=', applicationId).execute();
  const at = new Date(clock());
  await recordAudit(transaction, { tenantId, at, actor, action: 'application.pin', applicationId });
}
