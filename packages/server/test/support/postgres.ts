// Databases on the PostgreSQL server that the tests may use.

import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** Owns the test databases: an ordinary account, so that row-level security binds it as it should in real use. */
const OWNER = 'lintas_test';

/** Why tests on a server are left out, or `false` if there is one. With `CI=true` they are never left out. */
export function whyNoServer(): string | false {
  if (process.env['LINTAS_TEST_POSTGRES_URL'] || process.env['CI'] === 'true') return false;
  return 'LINTAS_TEST_POSTGRES_URL is not set.';
}

export interface ServerDatabase {
  /** Address of the database for its owner. */
  readonly url: string;
  /** The same for a superuser. */
  readonly administratorUrl: string;
  /** Runs SQL on it as a superuser. */
  query(sql: string): Promise<pg.QueryResult>;
  remove(): Promise<void>;
}

/** Creates an empty database. */
export async function createServerDatabase(): Promise<ServerDatabase> {
  const server = serverUrl();
  const name = `lintas_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await queryOnce(server, ensureOwner(server.password));
  await queryOnce(server, `create database ${name} owner ${OWNER}`);
  const asSuperuser = new URL(server);
  asSuperuser.pathname = name;
  const asOwner = new URL(asSuperuser);
  asOwner.username = OWNER;
  return {
    url: asOwner.href,
    administratorUrl: asSuperuser.href,
    query: (sql) => queryOnce(asSuperuser, sql),
    remove: async () => void (await queryOnce(server, `drop database if exists ${name} with (force)`)),
  };
}

/** Runs SQL as a superuser outside of any test's database, for what concerns the whole server. */
export function queryServer(sql: string): Promise<pg.QueryResult> {
  return queryOnce(serverUrl(), sql);
}

function serverUrl(): URL {
  const url = process.env['LINTAS_TEST_POSTGRES_URL'];
  if (!url) throw new Error('CI needs a PostgreSQL: set LINTAS_TEST_POSTGRES_URL.');
  return new URL(url);
}

async function queryOnce(url: URL, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Test files run side by side: one creates the account, the others wait. */
function ensureOwner(password: string): string {
  return `
    begin;
    select pg_advisory_xact_lock(hashtext('${OWNER}'));
    do $$ begin
      if not exists (select from pg_roles where rolname = '${OWNER}') then
        create role ${OWNER} login createrole password ${pg.escapeLiteral(decodeURIComponent(password))};
      end if;
    end $$;
    commit`;
}
