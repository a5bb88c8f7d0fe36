// What has served its time goes beside requests: in every process, at its start and now and then.

import { removeExpired } from '../db/retention.ts';
import type { Dependencies } from '../dependencies.ts';
import { startRepeating } from '../repeating.ts';
import { mixAnswers } from '../surveys/mixing.ts';
import { eraseCases } from './erase-cases.ts';

const INTERVAL_MS = 10 * 60_000;

/** Starts the work. Answers how to stop it, which waits for what is being done. */
export function startRetentionWorker(dependencies: Dependencies): () => Promise<void> {
  const { database, clock } = dependencies;
  return startRepeating(
    async (goesOn) => {
      await removeExpired(database, new Date(clock()));
      await mixAnswers(database, new Date(clock()));
      await eraseCases(dependencies, goesOn);
    },
    { every: INTERVAL_MS, failure: 'retention waits' },
    dependencies,
  );
}
