// The embedded database: PGlite in a worker thread, spoken to by the same driver as a server.

import pg from 'pg';
import { makeFolder } from '../../node/make-folder.ts';
import type { Database } from '../database.ts';
import { createDatabase } from '../transactions.ts';
import { valueTypes } from '../values.ts';
import { startEngine, type Engine } from './engine.ts';
import { lockFolder } from './folder-lock.ts';

/**
 * Opens the database in `folder`, making both if there is none. It is this process's alone until it is closed.
 *
 * @throws FolderInUse when another process has it open.
 * @throws Error in a sentence for the operator when it cannot be made or written.
 * @throws Error when the engine could not be brought to write durably there.
 */
export async function openFolder(folder: string): Promise<Database> {
  const unlock = takeFolder(folder);
  try {
    return connect(await startEngine({ folder }), unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

function takeFolder(folder: string): () => void {
  let task = 'made';
  try {
    // The engine makes its files readable and writable for everybody, so nobody else may get to them.
    makeFolder(folder);
    task = 'written';
    return lockFolder(folder);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error;
    throw new Error(
      `The folder ${folder} cannot be ${task} (${String(error.code)}). LINTAS_DATA_DIR names another one.`,
      { cause: error },
    );
  }
}

/** Opens an empty database in memory; it ends with the process. */
export async function openMemory(): Promise<Database> {
  return connect(await startEngine({ memory: true }));
}

/** The database on a running engine. Its one session is one connection: transactions take turns. */
export function connect(engine: Engine, afterClose: () => void = () => {}): Database {
  const pool = new pg.Pool({
    // Not read by the engine, but without them the driver would look into the environment.
    user: 'postgres',
    password: 'unused',
    database: 'postgres',
    host: 'embedded',
    ssl: false,
    max: 1,
    idleTimeoutMillis: 0,
    stream: () => engine.connect(),
    pipeline: true,
    types: valueTypes,
  });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return createDatabase(pool, async () => {
    await engine.stop();
    afterClose();
  });
}
