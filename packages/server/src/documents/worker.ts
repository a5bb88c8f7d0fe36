// What has to be done for documents beside requests: in every process, at its start, when it is woken, and now and then.

import type { Dependencies } from '../dependencies.ts';
import { nameError } from '../http/problems.ts';
import { expireUploads, sweepBlobs } from './expire.ts';
import { finishPending } from './finish.ts';
import { DOCUMENTS_TO_FINISH } from './wake.ts';

const INTERVAL_MS = 5_000;

/** Starts the work. Answers how to stop it, which waits for what is being done. */
export function startDocumentWorker(dependencies: Dependencies): () => Promise<void> {
  let wanted = false;
  let running: Promise<void> | undefined;

  async function work(): Promise<void> {
    while (wanted) {
      wanted = false;
      for (const step of [finishPending, expireUploads, sweepBlobs]) {
        await step(dependencies).catch((error: unknown) => {
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
  const unsubscribe = dependencies.bus.subscribe(DOCUMENTS_TO_FINISH, wake);
  wake();
  return async () => {
    clearInterval(timer);
    unsubscribe();
    wanted = false;
    await running;
  };
}
