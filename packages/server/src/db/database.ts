// What the rest of the server may ask of the database. Both engines give exactly this.

import type { Transaction as KyselyTransaction } from 'kysely';
import type { Tables } from './tables.ts';

/** A running transaction, with the rights of the role it was opened as. */
export type Transaction = KyselyTransaction<Tables>;

export interface Database {
  /**
   * Runs `work` in one transaction as the application role, walled to one tenant by row-level security.
   * Commits when `work` resolves, durably; rolls back when it rejects.
   */
  inTenant<Result>(tenantId: string, work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  /**
   * Runs `work` before a tenant is known: finding a key, a session or a case by what proves it, and the
   * limits on tries. The role sees nothing else.
   */
  atGate<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  /** Runs `work` as the owner of the tables, for the command line only: seeding, keys, retention. */
  asOwner<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** A lossy wake-up between processes. It carries a topic (an id), never data: the truth is in the tables. */
export interface Bus {
  /** Calls `listener` on every wake-up of the topic, and once after a connection was lost and came back. */
  subscribe(topic: string, listener: () => void): () => void;
  close(): Promise<void>;
}
