// Runs the same tests on both engines. Each gets databases of its own, migrated and otherwise empty.

import { createHash } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe } from 'node:test';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { Database } from '../../src/db/database.ts';
import { startEngine, type Engine } from '../../src/db/embedded/engine.ts';
import { connect } from '../../src/db/embedded/open.ts';
import { migrationsFolder } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import { createServerDatabase, whyNoServer } from './postgres.ts';

export type EngineName = 'PGlite' | 'PostgreSQL';

/** Opens a new database, which is closed and removed after the tests of the `describe` that it is called in. */
export type OpenTestDatabase = () => Promise<Database>;

/**
 * Declares tests once for each engine. Without `LINTAS_TEST_POSTGRES_URL` those on PostgreSQL are skipped, or
 * fail with `CI=true`.
 */
export function onEachDatabase(declare: (open: OpenTestDatabase, engine: EngineName) => void): void {
  describe('on PGlite', () => declare(remember(openEmbedded), 'PGlite'));
  describe('on PostgreSQL', { skip: whyNoServer() }, () => declare(remember(openServer), 'PostgreSQL'));
}

function remember(
  open: () => Promise<{ database: Database; remove?: () => Promise<void> }>,
): OpenTestDatabase {
  const opened: (() => Promise<void>)[] = [];
  after(async () => {
    for (const close of opened) await close();
  });
  return async () => {
    const { database, remove } = await open();
    opened.push(async () => {
      await database.close();
      await remove?.();
    });
    return database;
  };
}

async function openServer() {
  const { url, remove } = await createServerDatabase();
  const database = await openDatabase({ url });
  await database.migrate();
  return { database, remove };
}

/** Opens an embedded database in memory, from a snapshot: making one anew takes seconds. */
async function openEmbedded() {
  return { database: connect(await startEngine({ memory: true, snapshot: await ensureSnapshot() })) };
}

const cacheFolder = fileURLToPath(new URL('../../../../.cache/', import.meta.url));

/** Several test files may come without one at once: the first to have made it has made it for all. */
async function ensureSnapshot(): Promise<string> {
  const name = `pglite-${hashIngredients()}.tar`;
  const place = join(cacheFolder, name);
  if (existsSync(place)) return place;
  const snapshot = await makeSnapshot();
  mkdirSync(cacheFolder, { recursive: true });
  for (const file of readdirSync(cacheFolder)) {
    if (/^pglite-[0-9a-f]+\.tar$/.test(file) && file !== name)
      rmSync(join(cacheFolder, file), { force: true });
  }
  const draft = `${place}.${process.pid}`;
  writeFileSync(draft, snapshot);
  try {
    // Whole or not at all; and unlike a new name, a link takes the place of nothing that others read at this moment.
    linkSync(draft, place);
  } catch (error) {
    if (!existsSync(place)) throw error;
  } finally {
    rmSync(draft);
  }
  return place;
}

async function makeSnapshot(): Promise<Uint8Array> {
  const engine = await startEngine({ memory: true });
  const database = connect(engine);
  try {
    await database.migrate();
    await dropTemplates(engine);
    return await engine.snapshot();
  } finally {
    await database.close();
  }
}

/** What other databases would be made from is half of a snapshot, and every test would take it into memory. */
async function dropTemplates(engine: Engine): Promise<void> {
  const client = new pg.Client({
    ...{ user: 'postgres', password: 'unused', database: 'postgres', host: 'embedded' },
    stream: () => engine.connect(),
  });
  // It is cut off when the engine stops.
  client.on('error', () => {});
  await client.connect();
  for (const name of ['template0', 'template1']) {
    await client.query('update pg_database set datistemplate = false where datname = $1', [name]);
    await client.query(`drop database ${name}`);
  }
}

/** What a snapshot is made of: another engine or another migration makes another one. */
function hashIngredients(): string {
  const hash = createHash('sha256');
  hash.update(readFileSync(fileURLToPath(import.meta.resolve('@electric-sql/pglite'))));
  hash.update(readFileSync(new URL('../../src/db/embedded/engine-thread.ts', import.meta.url)));
  hash.update(readFileSync(import.meta.filename));
  for (const file of readdirSync(migrationsFolder).sort())
    hash.update(readFileSync(join(migrationsFolder, file)));
  return hash.digest('hex').slice(0, 16);
}
