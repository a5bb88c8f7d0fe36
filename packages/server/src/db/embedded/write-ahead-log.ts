// Keeps the write-ahead log short, and with room ahead. A server of PostgreSQL has processes of its own for that;
// the embedded engine has none, and its log would grow for as long as it runs.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { keepReserve, readRoom, releaseReserve } from './reserve.ts';

/** Bytes of one file of the log (`wal_segment_size`). */
export const LOG_SEGMENT_BYTES = 16 * 1024 * 1024;

/** So many files the log has. A checkpoint makes new ones of those that are done with, and removes the others. */
const KEPT_SEGMENTS = 5;

/** A checkpoint comes after so many. The others are for a transaction that is larger. */
const SEGMENTS_TO_CHECKPOINT = 2;

/** Less room than that is too little for a checkpoint, which stops the engine when it cannot write. */
const CHECKPOINT_BYTES = 1024 * 1024;

/** Settings of the engine that go with this. */
export const LOG_SETTINGS: readonly string[] = ['min_wal_size=80MB', 'max_wal_size=80MB'];

/** Gives the log of the database at `place` its files ahead of its need, if the disk has room for them and more. */
export async function reserveLog(database: PGlite, place: string): Promise<void> {
  const segments = readdirSync(join(place, 'pg_wal')).filter((name) => /^[0-9A-F]{24}$/.test(name));
  const missing = KEPT_SEGMENTS - segments.length;
  if (missing <= 0 || readRoom(place) < (missing + 1) * LOG_SEGMENT_BYTES) return;
  for (let made = 0; made < missing; made += 1) {
    // A segment that holds nothing is not left for the next one.
    await database.exec(
      `select pg_logical_emit_message(false, 'lintas', 'Room for the log.'); select pg_switch_wal()`,
    );
  }
  await database.exec('checkpoint');
}

/**
 * Answers what to call when no transaction is open: it makes a checkpoint when one is due. On a full disk that takes
 * from the reserve in `folder`.
 */
export function createCheckpoints(
  database: PGlite,
  folder: string,
  countSegments: () => number,
): () => Promise<void> {
  let last = countSegments();
  return async () => {
    if (countSegments() - last < SEGMENTS_TO_CHECKPOINT) return;
    last = countSegments();
    releaseReserve(folder);
    try {
      if (readRoom(folder) >= CHECKPOINT_BYTES) await database.exec('checkpoint');
    } catch {
      // Nothing is lost: the log is not cut before a checkpoint is done, and the next one is soon due.
    } finally {
      keepReserve(folder);
    }
  };
}
