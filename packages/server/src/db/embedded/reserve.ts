// Room that is kept for a disk that is full: a checkpoint and a start write a little before they make room.

import { randomFillSync } from 'node:crypto';
import { closeSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const MEBIBYTE = 1024 * 1024;

/** Enough for two segments of the write-ahead log: a start after a full disk ends with a checkpoint in a new one. */
const RESERVE_BYTES = 32 * MEBIBYTE;

/** Bytes that can still be written to the disk of a folder; without end if the disk does not tell. */
export function readRoom(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return Infinity;
  }
}

/** What the operator is told whose disk is too full to begin with. */
export function noRoomToStart(cause: unknown): Error {
  return new Error(
    'The embedded database does not start: its disk has no room. Make some and start it again.',
    {
      cause,
    },
  );
}

/** Keeps the reserve, or as much of it as the disk has room for. */
export function keepReserve(folder: string): void {
  const kept = statSync(fileIn(folder), { throwIfNoEntry: false })?.size ?? 0;
  if (kept === RESERVE_BYTES) return;
  const file = openSync(fileIn(folder), 'a');
  try {
    // Of chance, so that a disk which compresses really gives the room.
    const bytes = randomFillSync(new Uint8Array(MEBIBYTE));
    for (let size = kept; size < RESERVE_BYTES;) {
      size += writeSync(file, bytes, 0, Math.min(MEBIBYTE, RESERVE_BYTES - size));
    }
  } catch {
    // The disk is full. What there is of the reserve may do.
  } finally {
    closeSync(file);
  }
}

/** Gives the reserve up if the disk has less room than that. `keepReserve` makes it again. */
export function releaseReserve(folder: string): void {
  if (readRoom(folder) < RESERVE_BYTES) rmSync(fileIn(folder), { force: true });
}

function fileIn(folder: string): string {
  return join(folder, 'reserve');
}
