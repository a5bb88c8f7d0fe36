// Installations of Lintas to measure: the demonstration's data, in a database that nothing else uses.

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ensurePostgres, type Postgres } from '../postgres.ts';
import { cleanUpAtExit } from '../processes.ts';
import { LeftOut } from './bench.ts';
import { runLintas, type Settings } from './lintas.ts';

/** What the demonstration has: an authority's key, a partner's key, and the partners' ids. */
export const SECRET_KEY = 'sk_demo_authority';
export const PAGE_KEY = 'pk_demo_partner';
export const PARTNERS = ['rumah-singgah', 'unhcr', 'bantuan-hukum'] as const;

export interface Installation {
  /** What `lintas` is to be run with. */
  readonly settings: Settings;
}

export interface ServerInstallation extends Installation {
  /** Address of the database for the role that Lintas connects as. It owns the tables, and walls bind it. */
  readonly databaseUrl: string;
  /** Runs SQL on the database as a superuser. */
  query(sql: string): Promise<pg.QueryResult>;
}

export interface Workplace {
  /** A new installation on a PostgreSQL server. */
  createOnServer(): Promise<ServerInstallation>;
  /** A new installation with the embedded database. */
  createEmbedded(): Promise<Installation>;
  /** Removes all of them. */
  close(): Promise<void>;
}

const OWNER = 'lintas_bench';

/** Every database is a copy of the one that was prepared, and goes with its key. */
const INSTALLATION_KEY = randomBytes(32).toString('base64url');

/** Uses the server that LINTAS_TEST_POSTGRES_URL names, else starts one. */
export function openWorkplace(): Workplace {
  const cleanUps: (() => void | Promise<void>)[] = [];
  let preparing: Promise<Server> | undefined;

  async function prepare(): Promise<Server> {
    const postgres = await findServer();
    cleanUps.push(() => postgres.stop());
    const server = await createOwner(postgres.url);
    // Written once and copied for each bench: to make the demonstration takes seconds.
    const prepared = databaseOf(server, 'prepared');
    await createDatabase(server, prepared);
    cleanUps.push(() => dropDatabase(server, prepared));
    await runLintas(prepared.settings, 'seed');
    return { ...server, template: prepared.name };
  }

  return {
    async createOnServer() {
      const server = await (preparing ??= prepare());
      const database = databaseOf(server, randomBytes(4).toString('hex'));
      await createDatabase(server, database);
      cleanUps.push(() => dropDatabase(server, database));
      return database;
    },
    async createEmbedded() {
      const folder = mkdtempSync(join(tmpdir(), 'lintas-bench-'));
      const remove = (): void => rmSync(folder, { recursive: true, force: true });
      const forget = cleanUpAtExit(remove);
      cleanUps.push(remove, () => void forget());
      const settings = { LINTAS_DATA_DIR: folder };
      await runLintas(settings, 'seed');
      return { settings };
    },
    async close() {
      for (const cleanUp of cleanUps.reverse()) await cleanUp();
    },
  };
}

/** A publishable key for pages of an origin. */
export async function createPageKey({ settings }: Installation, origin: string): Promise<string> {
  const args = ['--tenant', PARTNERS[0], '--kind', 'publishable', '--origins', origin];
  return (await runLintas(settings, 'keys', 'create', ...args)).trim().split('\t')[1] ?? '';
}

interface Server {
  readonly url: string;
  readonly password: string;
  readonly template?: string;
}

async function findServer(): Promise<Postgres> {
  const url = process.env['LINTAS_TEST_POSTGRES_URL'];
  if (url) return { url, stop: async () => {} };
  const postgres = await ensurePostgres();
  if (!postgres) throw new LeftOut('It needs PostgreSQL.');
  return postgres;
}

/** An ordinary account, as in real use: a superuser would pass through every wall. */
async function createOwner(url: string): Promise<Server> {
  const password = decodeURIComponent(new URL(url).password);
  const exists = await queryOnce(url, `select from pg_roles where rolname = '${OWNER}'`);
  if (exists.rowCount === 0) {
    await queryOnce(url, `create role ${OWNER} login createrole password ${pg.escapeLiteral(password)}`);
  }
  return { url, password };
}

interface ServerDatabase extends ServerInstallation {
  readonly name: string;
}

function databaseOf({ url, password }: Server, suffix: string): ServerDatabase {
  const name = `lintas_bench_${process.pid}_${suffix}`;
  const asSuperuser = new URL(url);
  asSuperuser.pathname = name;
  const asOwner = new URL(asSuperuser);
  asOwner.username = OWNER;
  asOwner.password = password;
  return {
    name,
    databaseUrl: asOwner.href,
    settings: { LINTAS_DATABASE_URL: asOwner.href, LINTAS_INSTALLATION_KEY: INSTALLATION_KEY },
    query: (sql) => queryOnce(asSuperuser.href, sql),
  };
}

async function createDatabase(
  { url, template = 'template0' }: Server,
  { name }: ServerDatabase,
): Promise<void> {
  await queryOnce(url, `create database ${name} owner ${OWNER} template ${template}`);
}

async function dropDatabase({ url }: Server, { name }: ServerDatabase): Promise<void> {
  await queryOnce(url, `drop database if exists ${name} with (force)`);
}

async function queryOnce(url: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}
