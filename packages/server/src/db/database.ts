// What the rest of the server may ask of the database. Both engines give exactly this.

import type { Transaction as KyselyTransaction } from 'kysely';
import type { Tables } from './tables.ts';

/** A running transaction, with the rights of the role it was opened as. */
export type Transaction = KyselyTransaction<Tables>;

/**
 * Work that is run again from its start when the database undid it because of another transaction
 * (a deadlock, say). So it changes nothing outside the transaction.
 */
export type Work<Result> = (transaction: Transaction) => Promise<Result>;

export interface Database {
  /**
   * Runs `work` in one transaction as the application role, walled to one tenant by row-level security.
   * Commits when `work` resolves, durably; rolls back when it rejects.
   */
  inTenant<Result>(tenantId: string, work: Work<Result>): Promise<Result>;
  /**
   * Runs `work` before a tenant is known: finding a key, a session or a case by what proves it, with the
   * functions of the gate (see migrations/), and the limits on tries. The role sees nothing else.
   */
  atGate<Result>(work: Work<Result>): Promise<Result>;
  /** Runs `work` as the owner of the tables: seeding, keys, retention, the outbox. Never for a request. */
  asOwner<Result>(work: Work<Result>): Promise<Result>;
  /** Calls `listener` whenever this process has committed something in the outbox. Answers how to stop that. */
  onOutbox(listener: () => void): () => void;
  /** Brings the tables up to date. Any number of processes may do that at once. */
  migrate(): Promise<void>;
  close(): Promise<void>;
}

/** The database cannot be reached, the connection broke, or it has more to do than it can: the same call may work later. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
  /** SQLSTATE, where the database itself said so; for the log. */
  readonly code: string | undefined;

  constructor(cause: unknown) {
    super('The database cannot be reached.', { cause });
    this.code = sqlState(cause);
  }
}

/**
 * The disk of the database is full. Nothing of the transaction happened; only if it was the embedded engine's commit
 * that found no room, it may have, as after a connection that broke.
 */
export class DatabaseFull extends Error {
  override readonly name = 'DatabaseFull';
  /** SQLSTATE, for the log. */
  readonly code: string | undefined;

  constructor(cause: unknown) {
    super('The database has no room.', { cause });
    this.code = sqlState(cause);
  }
}

function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** A lossy wake-up between processes. It carries a topic (an id), never data: the truth is in the tables. */
export interface Bus {
  /** Calls `listener` on every wake-up of the topic, and once after a connection was lost and came back. */
  subscribe(topic: string, listener: () => void): () => void;
  close(): Promise<void>;
}
