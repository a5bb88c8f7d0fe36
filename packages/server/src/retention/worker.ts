// What has served its time goes beside requests: in every process, at its start and now and then.

import { removeExpired } from '../db/retention.ts';
import type { Dependencies } from '../dependencies.ts';
import { nameError } from '../http/problems.ts';
import { eraseCases } from './erase-cases.ts';

const INTERVAL_MS = 10 * 60_000;

/** Starts the work. Answers how to stop it, which waits for what is being done. */
export function startRetentionWorker(dependencies: Dependencies): () => Promise<void> {
  const { database, clock, log } = dependencies;
  let stopped = false;
  let running: Promise<void> | undefined;

  async function work(): Promise<void> {
    try {
      await removeExpired(database, new Date(clock()));
      await eraseCases(dependencies, () => !stopped);
    } catch (error) {
      log({ level: 'error', message: 'retention waits', error: nameError(error) });
    }
    running = undefined;
  }
  const wake = (): void => {
    running ??= work();
  };
  const timer = setInterval(wake, INTERVAL_MS);
  wake();
  return async () => {
    stopped = true;
    clearInterval(timer);
    await running;
  };
}
