// A PGlite that keeps what it has committed. As shipped it never calls fsync, so a power loss takes committed
// transactions with it and can leave a database that does not open. Here the engine's fsync reaches the disk,
// and that is proved at every start.

import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { CACHE_SETTING } from './cache.ts';
import { checkDurability } from './durability-check.ts';
import { syncFile, syncTree } from './sync.ts';
import { keepReserve, releaseReserve } from './reserve.ts';
import { SyncedFiles } from './synced-files.ts';
import { createCheckpoints, LOG_SETTINGS, reserveLog } from './write-ahead-log.ts';

export interface OpenedDatabase {
  readonly database: PGlite;
  /** To be called when no transaction is open: keeps the write-ahead log short. */
  keepLogShort(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the database in `folder`, which exists; makes one if there is none yet. */
export async function openDurable(folder: string): Promise<OpenedDatabase> {
  const place = join(folder, 'cluster');
  if (!existsSync(place)) await createCluster(folder, place);
  const files = new SyncedFiles(place);
  releaseReserve(folder);
  try {
    const database = await PGlite.create(withFiles(files));
    try {
      await checkDurability(database, () => files.syncs);
      await reserveLog(database, place);
      return {
        database,
        keepLogShort: createCheckpoints(database, folder, () => files.logSegments),
        async close() {
          releaseReserve(folder);
          await database.close();
          keepReserve(folder);
        },
      };
    } catch (error) {
      await database.close();
      throw error;
    }
  } finally {
    keepReserve(folder);
  }
}

/** Makes a database beside its place, and moves it there when all of it is on disk: whole or not at all. */
async function createCluster(folder: string, place: string): Promise<void> {
  const draft = join(folder, 'cluster.draft');
  rmSync(draft, { recursive: true, force: true });
  await (await PGlite.create(withFiles(new SyncedFiles(draft)))).close();
  syncTree(draft);
  renameSync(draft, place);
  syncFile(folder);
}

function withFiles(files: SyncedFiles): PGliteOptions {
  return {
    fs: files,
    startParams: [
      ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
      '-c',
      // The default, fdatasync, is an empty function in the engine.
      'wal_sync_method=fsync',
      ...[CACHE_SETTING, ...LOG_SETTINGS].flatMap((setting) => ['-c', setting]),
    ],
  };
}
