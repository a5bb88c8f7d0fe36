// Notices that the engine is past use: it has stopped itself (a PANIC), or its code ran into a wall.

import type { PGlite } from '@electric-sql/pglite';

/** How the engine comes back to its main loop after an error of a statement (`POSTGRES_MAIN_LONGJMP` of PGlite). */
const BACK_TO_MAIN_LOOP = 100;

/**
 * Calls `leave`, which does not return, in place of everything that PGlite would do with a broken engine: it
 * swallows what the engine throws and goes on, so that a transaction could be committed that never reached the disk.
 */
export function leaveWhenBroken({ Module: engine }: PGlite, leave: (reason: unknown) => never): void {
  const { _PostgresMainLoopOnce: work, _PostgresMainLongJmp: recover } = engine;
  engine._PostgresMainLoopOnce = () => {
    try {
      work();
    } catch (error) {
      if (!isWayBack(error)) leave(error);
      throw error;
    }
  };
  engine._PostgresMainLongJmp = () => {
    try {
      recover();
    } catch (error) {
      leave(error);
    }
  };
}

function isWayBack(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'status' in error && error.status === BACK_TO_MAIN_LOOP
  );
}
