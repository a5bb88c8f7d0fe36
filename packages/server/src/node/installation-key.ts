// The key that keyed hashes are made with. All processes of an installation must have the same one, or each
// would count tries for itself; and a copy of the database must not contain it.

import { createHash, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';

const KEY_BYTES = 32;
const FILE = 'installation.key';

/** From what the processes that share a database server have in common, else from a file beside the database. */
export async function readInstallationKey({
  database,
  dataDir,
}: Pick<Config, 'database' | 'dataDir'>): Promise<Uint8Array> {
  if ('url' in database) {
    const { username, password, pathname } = new URL(database.url);
    return createHash('sha256')
      .update(JSON.stringify(['lintas installation', username, password, pathname]))
      .digest();
  }
  if ('memory' in database) return randomBytes(KEY_BYTES);
  await mkdir(dataDir, { recursive: true });
  const path = join(dataDir, FILE);
  return (await readIfThere(path)) ?? (await makeKey(path));
}

/** Writes the file whole before it gets its name: whoever finds it finds all of it. */
async function makeKey(path: string): Promise<Uint8Array> {
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, randomBytes(KEY_BYTES), { mode: 0o600 });
  await link(draft, path).catch(() => {
    // Another process was faster: its key counts.
  });
  await rm(draft);
  return readFile(path);
}

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
