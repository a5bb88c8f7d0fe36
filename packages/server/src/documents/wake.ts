// Wakes those who finish uploads, in all processes, once a transaction has committed.

import type { Transaction } from '../db/database.ts';

/** Topic of the bus. */
export const DOCUMENTS_TO_FINISH = 'documents-to-finish';

export async function wakeWorkers(transaction: Transaction, now: Date): Promise<void> {
  await transaction.insertInto('outbox').values({ topic: DOCUMENTS_TO_FINISH, created_at: now }).execute();
}
