// One transaction as one role: a Kysely whose BEGIN also says who it is, in a single round trip.

import {
  CompiledQuery,
  InsertQueryNode,
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

/** What became of a session's one transaction. */
export interface Course {
  /** It went to a connection, which gave no answer to anything, and was not to be committed yet. */
  lost: boolean;
  /** A statement has put something into the outbox. */
  inOutbox: boolean;
}

/** A query builder whose transactions run as `identity`. Cheap: made anew for each transaction. Writes into `course`. */
export function openSession(
  pool: pg.Pool,
  identity: Identity,
  course: Course = { lost: false, inOutbox: false },
): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => createDriver(pool, identity, course),
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

/** So many statements may be on their way without anybody waiting. */
const MAX_SENT = 50;

/** A connection that was borrowed from the pool. */
interface Borrowed {
  readonly client: pg.PoolClient;
  /** Whether it is no longer fit to go back there. */
  broken: boolean;
  /** Whether a transaction has begun. Its end says whether all that was sent in it has happened. */
  inTransaction: boolean;
  /** What was sent and nobody has waited for yet. */
  sent: Promise<unknown>[];
}

const borrowed = new WeakMap<DatabaseConnection, Borrowed>();

function createDriver(pool: pg.Pool, identity: Identity, course: Course): Driver {
  return {
    async init() {},
    async acquireConnection() {
      const connection = await borrow(pool, course);
      if (identity === 'migrator') {
        await connection.executeQuery(CompiledQuery.raw('set statement_timeout = 0'));
      }
      return connection;
    },
    beginTransaction(connection) {
      // Not waited for: if it fails, what follows does. So it goes with the first statement.
      const entry = borrowed.get(connection);
      if (entry) {
        entry.inTransaction = true;
        course.lost = true;
        void send(entry, CompiledQuery.raw(beginAs(identity)));
      }
      return Promise.resolve();
    },
    async commitTransaction(connection) {
      // From here on it may have happened, also if nobody hears of it.
      course.lost = false;
      await connection.executeQuery(CompiledQuery.raw('commit'));
    },
    async rollbackTransaction(connection) {
      const entry = borrowed.get(connection);
      // What ended the connection has ended the transaction, and is what the caller has to hear of.
      if (!entry || entry.broken) return;
      // Whatever else has failed in it does not matter any more.
      entry.sent = [];
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

async function borrow(pool: pg.Pool, course: Course): Promise<DatabaseConnection> {
  const client = await pool.connect().catch((error: unknown) => {
    throw translate(error);
  });
  const entry: Borrowed = { client, broken: false, inTransaction: false, sent: [] };
  const connection: DatabaseConnection = {
    async executeQuery<Row>(query: CompiledQuery) {
      const answer = send(entry, query);
      if (query.sql.startsWith(INTO_OUTBOX)) course.inOutbox = true;
      if (entry.inTransaction && isOnlyWritten(query) && entry.sent.length < MAX_SENT) return { rows: [] };
      const { sent } = entry;
      entry.sent = [];
      // What failed first is the reason of all that comes after it.
      await Promise.all(sent);
      const result = await answer;
      course.lost = false;
      if (query.sql === 'commit' && result.command !== 'COMMIT') {
        throw new Error('Nothing was committed: a statement of the transaction had failed.');
      }
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

/** Sends a statement behind those that were sent before it, whether they were answered or not. */
function send(entry: Borrowed, { sql, parameters }: CompiledQuery): Promise<pg.QueryResult> {
  const answer = entry.client.query(statementOf(sql, parameters)).catch((error: unknown) => {
    if (isConnectionLost(error)) entry.broken = true;
    throw translate(error);
  });
  entry.sent.push(answer);
  // Whoever waits for the next one hears of it.
  answer.catch(() => {});
  return answer;
}

/** Whether nobody has to wait for the answer: all it could say is that the transaction has failed, and its end does. */
function isOnlyWritten({ query }: CompiledQuery): boolean {
  return InsertQueryNode.is(query) && !query.returning && !query.onConflict;
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
