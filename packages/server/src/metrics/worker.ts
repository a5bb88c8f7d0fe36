// What has to be done for figures beside requests: in every process, at its start and now and then.

import type { Dependencies } from '../dependencies.ts';
import { startRepeating } from '../repeating.ts';
import { followLog } from './follow.ts';
import { publishMetrics } from './publish.ts';

const INTERVAL_MS = 30_000;

/** Starts the work. Answers how to stop it, which waits for what is being done. */
export function startMetricsWorker(dependencies: Dependencies): () => Promise<void> {
  return startRepeating(
    async (goesOn) => {
      await followLog(dependencies.database, goesOn);
      if (goesOn()) await publishMetrics(dependencies);
    },
    { every: INTERVAL_MS, failure: 'metrics wait' },
    dependencies,
  );
}
