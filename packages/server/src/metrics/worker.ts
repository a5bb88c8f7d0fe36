// What has to be done for figures beside requests: in every process, at its start and now and then.

import type { Dependencies } from '../dependencies.ts';
import { nameError } from '../http/problems.ts';
import { followLog } from './follow.ts';
import { publishMetrics } from './publish.ts';

const INTERVAL_MS = 30_000;

/** Starts the work. Answers how to stop it, which waits for what is being done. */
export function startMetricsWorker(dependencies: Dependencies): () => Promise<void> {
  let stopped = false;
  let running: Promise<void> | undefined;

  async function work(): Promise<void> {
    try {
      await followLog(dependencies.database, () => !stopped);
      if (!stopped) await publishMetrics(dependencies);
    } catch (error) {
      dependencies.log({ level: 'error', message: 'metrics wait', error: nameError(error) });
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
