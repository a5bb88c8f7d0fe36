// Tells the operator of a service that cannot be reached: once that it is away, and once that it is back.

import type { Log } from './adapters.ts';
import { nameError } from './http/problems.ts';

export interface Reach {
  lost(error: unknown): void;
  found(): void;
}

const AGAIN_MS = 5_000;

/** `service` as the log calls it: neither its address nor what it says of itself gets there. */
export function watchReach(service: string, log: Log): Reach {
  let isAway = false;
  return {
    lost(error) {
      if (!isAway) log({ level: 'error', message: `${service} cannot be reached`, error: nameError(error) });
      isAway = true;
    },
    found() {
      if (isAway) log({ level: 'info', message: `${service} can be reached again` });
      isAway = false;
    },
  };
}

/** Looks for a service until it is there, for those of which nobody hears before they are used. Answers how to stop. */
export function seekReach({ lost, found }: Reach, look: () => Promise<unknown>): () => void {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const seek = (): void => {
    look().then(found, (error: unknown) => {
      if (stopped) return;
      lost(error);
      timer = setTimeout(seek, AGAIN_MS);
    });
  };
  seek();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
