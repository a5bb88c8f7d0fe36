// One transaction as one role: a Kysely whose BEGIN also says who it is, in a single round trip.

import {
  CompiledQuery,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Driver,
} from 'kysely';
import pg from 'pg';
import { DatabaseFull, DatabaseUnavailable } from './database.ts';
import { statementOf } from './statements.ts';
import type { Tables } from './tables.ts';

/** Whose rights a transaction has. A `migrator` is the owner with all the time it needs. */
export type Identity = { readonly tenant: string } | 'gate' | 'owner' | 'migrator';

/**
 * A query builder whose transactions run as `identity`. Cheap: made anew for each transaction. Calls `onOutbox`
 * when a statement has put something into the outbox.
 */
export function openSession(
  pool: pg.Pool,
  identity: Identity,
  onOutbox: () => void = () => {},
): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => createDriver(pool, identity, onOutbox),
      createIntrospector: (database) => new PostgresIntrospector(database),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}

function beginAs(identity: Identity): string {
  if (identity === 'gate') return 'begin; set local role lintas_gate';
  const tenant = typeof identity === 'string' ? '*' : identity.tenant;
  const setTenant = `select set_config('lintas.tenant', ${pg.escapeLiteral(tenant)}, true)`;
  return typeof identity === 'string'
    ? `begin; ${setTenant}`
    : `begin; set local role lintas_app; ${setTenant}`;
}

/** How the query builder begins a statement that puts something into the outbox. */
const INTO_OUTBOX = 'insert into "outbox"';

/** Where a borrowed connection goes back to, and whether it is still fit for that. */
const borrowed = new WeakMap<DatabaseConnection, { client: pg.PoolClient; broken: boolean }>();

function createDriver(pool: pg.Pool, identity: Identity, onOutbox: () => void): Driver {
  return {
    async init() {},
    async acquireConnection() {
      const connection = await borrow(pool, onOutbox);
      if (identity === 'migrator') {
        await connection.executeQuery(CompiledQuery.raw('set statement_timeout = 0'));
      }
      return connection;
    },
    async beginTransaction(connection) {
      await connection.executeQuery(CompiledQuery.raw(beginAs(identity)));
    },
    async commitTransaction(connection) {
      await connection.executeQuery(CompiledQuery.raw('commit'));
    },
    async rollbackTransaction(connection) {
      // What ended the connection has ended the transaction, and is what the caller has to hear of.
      if (borrowed.get(connection)?.broken) return;
      await connection.executeQuery(CompiledQuery.raw('rollback'));
    },
    releaseConnection(connection) {
      const entry = borrowed.get(connection);
      // A migrator's connection has no time limit any more, so it is not for others.
      entry?.client.release(entry.broken || identity === 'migrator');
      return Promise.resolve();
    },
    // The pool outlives the session and is closed by the database.
    async destroy() {},
  };
}

async function borrow(pool: pg.Pool, onOutbox: () => void): Promise<DatabaseConnection> {
  const client = await pool.connect().catch((error: unknown) => {
    throw translate(error);
  });
  const entry = { client, broken: false };
  const connection: DatabaseConnection = {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery) {
      const result = await client.query(statementOf(sql, parameters)).catch((error: unknown) => {
        if (isConnectionLost(error)) entry.broken = true;
        throw translate(error);
      });
      if (sql === 'commit' && result.command !== 'COMMIT') {
        throw new Error('Nothing was committed: a statement of the transaction had failed.');
      }
      if (sql.startsWith(INTO_OUTBOX)) onOutbox();
      // Several statements at once (only BEGIN has them) answer a list of results.
      // Which columns a row has, the query builder vouches for.
      const rows = (result.rows ?? []) as Row[];
      return { rows, numAffectedRows: BigInt(result.rowCount ?? 0) };
    },
    streamQuery() {
      throw new Error('Read in pages instead of streaming.');
    },
  };
  borrowed.set(connection, entry);
  return connection;
}

/** Anything that is not an answer of the database, and the answers that say that it is leaving. */
function isConnectionLost(error: unknown): boolean {
  return !(error instanceof pg.DatabaseError) || /^(08|57P0)/.test(error.code ?? '');
}

const DISK_FULL = '53100';
/** Limits of memory, connections and time, an unreadable disk, and a server that only reads for now. */
const SHORTAGES = /^(53|57014|58030|25006)/;

/** What will be otherwise another time (PostgreSQL manual, appendix A); the rest is a mistake of ours. */
function translate(error: unknown): unknown {
  // The embedded engine says so itself when it has ended.
  if (error instanceof DatabaseFull || error instanceof DatabaseUnavailable) return error;
  const code = error instanceof pg.DatabaseError ? (error.code ?? '') : '';
  if (code === DISK_FULL) return new DatabaseFull(error);
  return isConnectionLost(error) || SHORTAGES.test(code) ? new DatabaseUnavailable(error) : error;
}
