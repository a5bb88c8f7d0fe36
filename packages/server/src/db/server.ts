// PostgreSQL as a server, reached by URL.

import pg from 'pg';
import type { Database } from './database.ts';
import { createDatabase } from './transactions.ts';
import { valueTypes } from './values.ts';

/** Limits in milliseconds. A request that needs longer is better refused than kept waiting. */
const CONNECT_TIMEOUT = 5_000;
const STATEMENT_TIMEOUT = 15_000;
const IDLE_IN_TRANSACTION_TIMEOUT = 15_000;

/** Connections of one process; the default of a server allows for a hundred in all. */
const MAX_CONNECTIONS = 16;

/**
 * Opens a database server without connecting yet: one that is down at this moment makes calls reject with
 * `DatabaseUnavailable` until it is up.
 */
export function openServer(url: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'lintas',
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    statement_timeout: STATEMENT_TIMEOUT,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT,
    keepAlive: true,
    pipeline: true,
    types: valueTypes,
  });
  // A connection that breaks while nobody waits on it is replaced at the next call; without a listener, Node
  // would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return createDatabase(pool);
}
