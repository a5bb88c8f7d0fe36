// Runs the same tests on both engines. Each gets databases of its own, migrated and otherwise empty.

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Database } from '../../src/db/database.ts';
import { startEngine } from '../../src/db/embedded/engine.ts';
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
  return { database: connect(await startEngine({ memory: true, snapshot: await readSnapshot() })) };
}

const cacheFolder = fileURLToPath(new URL('../../../../.cache/', import.meta.url));

async function readSnapshot(): Promise<Uint8Array> {
  const name = `pglite-${hashIngredients()}.tar`;
  try {
    return readFileSync(join(cacheFolder, name));
  } catch {
    const snapshot = await makeSnapshot();
    mkdirSync(cacheFolder, { recursive: true });
    for (const file of readdirSync(cacheFolder)) {
      if (/^pglite-[0-9a-f]+\.tar$/.test(file)) rmSync(join(cacheFolder, file), { force: true });
    }
    // Whole or not at all: other test files may look for it at this moment.
    const draft = join(cacheFolder, `${name}.${process.pid}`);
    writeFileSync(draft, snapshot);
    renameSync(draft, join(cacheFolder, name));
    return snapshot;
  }
}

async function makeSnapshot(): Promise<Uint8Array> {
  const engine = await startEngine({ memory: true });
  const database = connect(engine);
  await database.migrate();
  const snapshot = await engine.snapshot();
  await database.close();
  return snapshot;
}

/** What a snapshot is made of: another engine or another migration makes another one. */
function hashIngredients(): string {
  const hash = createHash('sha256');
  hash.update(readFileSync(fileURLToPath(import.meta.resolve('@electric-sql/pglite'))));
  hash.update(readFileSync(new URL('../../src/db/embedded/engine-thread.ts', import.meta.url)));
  for (const file of readdirSync(migrationsFolder).sort())
    hash.update(readFileSync(join(migrationsFolder, file)));
  return hash.digest('hex').slice(0, 16);
}
