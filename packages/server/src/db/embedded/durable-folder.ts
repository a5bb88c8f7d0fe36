// A PGlite that keeps what it has committed. As shipped it never calls fsync, so a power loss takes committed
// transactions with it and can leave a database that does not open. Here the engine's fsync reaches the disk,
// and that is proved at every start.

import { existsSync, fsyncSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { checkDurability } from './durability-check.ts';
import { syncFile, syncTree } from './sync.ts';

/** Opens the database in `folder`, which exists; makes one if there is none yet. */
export async function openDurable(folder: string): Promise<PGlite> {
  const place = join(folder, 'cluster');
  if (!existsSync(place)) await createCluster(folder, place);
  const files = new SyncedFiles(place);
  const database = await PGlite.create(withFiles(files));
  try {
    await checkDurability(database, () => files.syncs);
    return database;
  } catch (error) {
    await database.close();
    throw error;
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
    ],
  };
}

/** Emscripten's operations on open files of Node's file system; `nfd` is Node's file descriptor. */
interface FileOperations {
  readonly NODEFS: { readonly stream_ops: { fsync?: (file: { readonly nfd: number }) => number } };
}

/** PGlite's own types of this refer to some that it does not come with. */
function hasFileOperations(module: object): module is FileOperations {
  const files = 'NODEFS' in module ? module.NODEFS : undefined;
  return typeof files === 'object' && files !== null && 'stream_ops' in files;
}

/** Files whose fsync is the disk's. Emscripten's NODEFS has none of its own, which reads as success. */
class SyncedFiles extends NodeFS {
  /** How often a file was synced. */
  syncs = 0;

  override async init(...[database, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(database, options);
    const addSync = (module: object): void => {
      if (!hasFileOperations(module)) throw new Error('This PGlite keeps its files in another way.');
      module.NODEFS.stream_ops.fsync = ({ nfd }) => {
        fsyncSync(nfd);
        this.syncs += 1;
        return 0;
      };
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [addSync, ...(emscriptenOpts.preRun ?? [])] } };
  }
}
