// What has to be done for documents beside requests: in every process, at its start, when it is woken, and now and then.

import { setTimeout as wait } from 'node:timers/promises';
import type { Dependencies } from '../dependencies.ts';
import { nameError } from '../http/problems.ts';
import { expireUploads, sweepBlobs, sweepErased } from './expire.ts';
import { finishPending } from './finish.ts';
import { DOCUMENTS_TO_FINISH } from './wake.ts';

const INTERVAL_MS = 5_000;

/** Files often come one close after the other. Looking into them waits until they are all there, for so long … */
const LULL_MS = 150;
/** … but not when it takes longer than this: others wait to hear what came of theirs. */
const LONGEST_BURST_MS = 5_000;

/** Starts the work. Answers how to stop it, which waits for what was begun, and leaves what waits to other processes. */
export function startDocumentWorker(dependencies: Dependencies): () => Promise<void> {
  const stop = new AbortController();
  let wanted = false;
  let running: Promise<void> | undefined;
  let lastWokenAt = Number.NEGATIVE_INFINITY;

  async function lull(): Promise<void> {
    const latest = performance.now() + LONGEST_BURST_MS;
    const left = (): number => Math.min(lastWokenAt + LULL_MS, latest) - performance.now();
    while (left() > 0) await wait(left());
  }

  async function work(): Promise<void> {
    while (wanted) {
      await lull();
      if (!wanted) break;
      wanted = false;
      for (const step of [finishPending, expireUploads, sweepBlobs, sweepErased]) {
        if (stop.signal.aborted) break;
        await step(dependencies, stop.signal).catch((error: unknown) => {
          dependencies.log({ level: 'error', message: 'documents wait', error: nameError(error) });
        });
      }
    }
    running = undefined;
  }
  const wake = (): void => {
    wanted = true;
    running ??= work();
  };
  const timer = setInterval(wake, INTERVAL_MS);
  const unsubscribe = dependencies.bus.subscribe(DOCUMENTS_TO_FINISH, () => {
    lastWokenAt = performance.now();
    wake();
  });
  wake();
  return async () => {
    clearInterval(timer);
    unsubscribe();
    stop.abort();
    wanted = false;
    await running;
  };
}
