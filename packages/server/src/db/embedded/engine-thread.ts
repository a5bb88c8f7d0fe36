// The thread of engine.ts: owns PGlite, and answers one message after another.

import { openAsBlob } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { leaveWhenBroken } from './broken-engine.ts';
import { CACHE_SETTING } from './cache.ts';
import { compileOnce } from './compilation.ts';
import { openDurable, type OpenedDatabase } from './durable-folder.ts';
import type { EngineOptions, EngineReply, EngineRequest } from './messages.ts';
import { createTidying } from './tidying.ts';

const options = readOptions(workerData);

function readOptions(data: unknown): EngineOptions {
  if (isOptions(data)) return data;
  throw new Error('This file is the thread of engine.ts and is started by it.');
}

function isOptions(data: unknown): data is EngineOptions {
  return typeof data === 'object' && data !== null && ('folder' in data || 'memory' in data);
}

function reply(message: EngineReply): void {
  const moved =
    message instanceof Uint8Array && message.buffer instanceof ArrayBuffer ? [message.buffer] : [];
  parentPort?.postMessage(message, moved);
}

/** Ends the thread at this point, whatever it was doing. */
function leave(reason: unknown): never {
  reply({ kind: 'failed', message: reason instanceof Error ? reason.message : String(reason) });
  process.exit(1);
}

async function open(): Promise<OpenedDatabase> {
  if ('folder' in options) return openDurable(options.folder);
  const database = await PGlite.create({
    // Small write-ahead log segments: what lives in memory is started often and snapshotted.
    initDbStartParams: ['--wal-segsize=1'],
    startParams: [...PGlite.defaultStartParams, '-c', CACHE_SETTING],
    ...(options.snapshot && { loadDataDir: await openAsBlob(options.snapshot) }),
  });
  return { database, keepLogShort: async () => {}, close: () => database.close() };
}

/** A client's first message starts with its length, whose first byte is zero; all others with a letter. */
const STARTUP = 0;

async function answer(
  opened: OpenedDatabase,
  tidy: () => Promise<void>,
  request: EngineRequest,
): Promise<void> {
  const { database } = opened;
  if (request === 'stop') {
    await opened.close();
    parentPort?.close();
  } else if (request === 'snapshot') {
    const archive = await database.dumpDataDir('none');
    reply({ kind: 'snapshot', bytes: new Uint8Array(await archive.arrayBuffer()) });
  } else {
    if (request[0] === STARTUP) await forgetLastClient(database);
    reply(await execute(database, request));
    if (database.isInTransaction()) return;
    await opened.keepLogShort();
    await tidy();
  }
}

/** Not by `execProtocolRaw`, which also reads every answer and keeps what it has read for ever. */
async function execute(database: PGlite, request: Uint8Array): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  // A part is a view of the engine's memory, and only good until it goes on.
  await database.execProtocolRawStream(request, { onRawData: (part) => parts.push(part.slice()) });
  const [first = new Uint8Array(), ...more] = parts;
  return more.length === 0 ? first : new Uint8Array(Buffer.concat(parts));
}

/** A new client gets the session that the one before it left, with whatever was open in it. */
async function forgetLastClient(database: PGlite): Promise<void> {
  if (database.isInTransaction()) await database.exec('rollback');
  await database.exec('discard all');
}

compileOnce();
try {
  const opened = await open();
  leaveWhenBroken(opened.database, leave);
  const tidy = createTidying(opened.database);
  let last = Promise.resolve();
  parentPort?.on('message', (request: EngineRequest) => {
    last = last.then(() => answer(opened, tidy, request)).catch(leave);
  });
  reply({ kind: 'ready' });
} catch (error) {
  leave(error);
}
