// Node's files for the engine, whose fsync is the disk's. Emscripten's own has none, which reads as success.

import { fsyncSync } from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** An open file of Emscripten; `nfd` is Node's file descriptor. */
interface OpenFile {
  readonly nfd: number;
  readonly path: string;
}

type Write = (file: OpenFile, ...what: unknown[]) => number;

/** Emscripten's operations on open files of Node's file system. */
interface FileOperations {
  readonly NODEFS: { readonly stream_ops: { write: Write; fsync?: (file: OpenFile) => number } };
}

/** PGlite's own types of this refer to some that it does not come with. */
function hasFileOperations(module: object): module is FileOperations {
  const files = 'NODEFS' in module ? module.NODEFS : undefined;
  return typeof files === 'object' && files !== null && 'stream_ops' in files;
}

/**
 * EIO in the numbers of WASI: what the engine is told of an fsync that failed, upon which it stops (a PANIC). An
 * exception would be lost on its way through PGlite, and the commit would read as done.
 */
const INPUT_OUTPUT_ERROR = 29;

/** A file of the write-ahead log that is written to, and not one that is only being made. */
const LOG_SEGMENT = /\/pg_wal\/[0-9A-F]{24}$/;

export class SyncedFiles extends NodeFS {
  /** How often a file was synced. */
  syncs = 0;
  /** How many segments of the write-ahead log were begun to be written. */
  logSegments = 0;
  #lastSegment: string | undefined;

  override async init(...[database, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(database, options);
    const watch = (module: object): void => {
      if (!hasFileOperations(module)) throw new Error('This PGlite keeps its files in another way.');
      const operations = module.NODEFS.stream_ops;
      const { write } = operations;
      operations.write = (file, ...what) => {
        this.#count(file);
        return write(file, ...what);
      };
      operations.fsync = (file) => this.#sync(file);
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [watch, ...(emscriptenOpts.preRun ?? [])] } };
  }

  #count({ path }: OpenFile): void {
    if (path === this.#lastSegment || !LOG_SEGMENT.test(path)) return;
    this.#lastSegment = path;
    this.logSegments += 1;
  }

  #sync({ nfd }: OpenFile): number {
    try {
      fsyncSync(nfd);
    } catch {
      return INPUT_OUTPUT_ERROR;
    }
    this.syncs += 1;
    return 0;
  }
}
