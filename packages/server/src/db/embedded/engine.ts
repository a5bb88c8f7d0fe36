// PGlite in a worker thread, so that a long query does not hold up the process's requests. What passes
// between the threads is PostgreSQL's wire protocol (PostgreSQL manual, chapter "Frontend/Backend Protocol").
//
// An engine that breaks takes its thread with it. The next client gets a new one on the same folder.

import { DatabaseFull, DatabaseUnavailable } from '../database.ts';
import { EngineStream, type Send } from './engine-stream.ts';
import type { EngineOptions } from './messages.ts';
import { noRoomToStart, readRoom } from './reserve.ts';
import { startWorker, type EngineWorker } from './engine-worker.ts';
import { LOG_SEGMENT_BYTES } from './write-ahead-log.ts';

export interface Engine {
  /** The stream that a `pg` client talks over. The engine has one session: one client at a time. */
  connect(): EngineStream;
  /** The whole database as a tar archive. */
  snapshot(): Promise<Uint8Array>;
  /** Shuts the database down and ends the thread. */
  stop(): Promise<void>;
}

/** A start that failed. Without more room the next one would, too. */
interface FailedStart {
  readonly reason: Error;
  /** Bytes that the disk had for it. */
  readonly room: number;
  readonly at: number;
}

/** After so long a start is tried again even if the disk has no more room: it may have been another trouble. */
const PAUSE_MS = 15_000;

/** Starts the engine. @throws Error in a sentence for the operator when it cannot run. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  let stream: EngineStream | undefined;
  let failed: FailedStart | undefined;
  let restarting: Promise<void> | undefined;

  const start = (): Promise<EngineWorker> =>
    startWorker(options, {
      hear: (bytes) => stream?.push(bytes),
      end: (reason) => stream?.destroy(refusal(options, reason)),
    });
  let worker = await start().catch((error: unknown) => {
    throw hasNoRoom(options) ? noRoomToStart(error) : error;
  });

  async function reach(): Promise<Send> {
    if (worker.end) {
      restarting ??= restart(worker.end).finally(() => (restarting = undefined));
      await restarting;
    }
    return worker.send;
  }

  async function restart(end: Error): Promise<void> {
    // What was in memory is gone, and an empty database would be a lie.
    if (!('folder' in options)) throw refusal(options, end);
    const room = readRoom(options.folder);
    if (failed && room <= failed.room && Date.now() - failed.at < PAUSE_MS) {
      throw refusal(options, failed.reason);
    }
    try {
      worker = await start();
      failed = undefined;
    } catch (error) {
      const reason = error instanceof Error ? error : end;
      failed = { reason, room, at: Date.now() };
      throw refusal(options, reason);
    }
  }

  return {
    connect() {
      stream = new EngineStream(reach);
      return stream;
    },
    snapshot: () => worker.snapshot(),
    async stop() {
      await restarting?.catch(() => {});
      await worker.stop();
    },
  };
}

/** What those are told who wait for an engine that has ended. */
function refusal(options: EngineOptions, reason: Error): Error {
  return hasNoRoom(options) ? new DatabaseFull(reason) : new DatabaseUnavailable(reason);
}

/** The log grows by whole segments, and so it ends where one of them does not fit any more. */
function hasNoRoom(options: EngineOptions): boolean {
  return 'folder' in options && readRoom(options.folder) < LOG_SEGMENT_BYTES;
}
