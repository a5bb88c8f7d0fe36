// Holds a name while work is done, so that two tabs never send the same file at once. Where there are no Web Locks, at
// least one tab does not.

import { throwIfAborted } from '../abort.ts';

/** Work under a lock. `waited` tells whether somebody else held it before. */
type Work<Result> = (waited: boolean) => Promise<Result>;

/**
 * Runs `work` while nobody else holds `name`.
 *
 * @param onWait is told when somebody else does
 */
export async function withLock<Result>(
  name: string,
  signal: AbortSignal,
  onWait: () => void,
  work: Work<Result>,
): Promise<Result> {
  const request = findLocks();
  // Whether it is free, and taking it if it is, has to be one step.
  const taken = await request(name, { ifAvailable: true }, async (isFree) =>
    isFree ? { result: await work(false) } : undefined,
  );
  if (taken) return taken.result;
  onWait();
  return request(name, { signal }, () => work(true));
}

interface LockOptions {
  readonly ifAvailable?: boolean;
  readonly signal?: AbortSignal;
}
type RequestLock = <Result>(
  name: string,
  options: LockOptions,
  work: (isHeld: boolean) => Promise<Result>,
) => Promise<Result>;

/** Missing in pages that came over plain http, and in older browsers and Node 22. */
function findLocks(): RequestLock {
  const locks = typeof navigator === 'undefined' || !('locks' in navigator) ? undefined : navigator.locks;
  if (!locks) return requestInTab;
  return async (name, options, work) => {
    try {
      return await locks.request(name, options, (lock) => work(lock !== null));
    } catch (error) {
      // A frame without an origin of its own may not use them, and nothing was begun.
      if (error instanceof DOMException && error.name === 'SecurityError') {
        return requestInTab(name, options, work);
      }
      throw error;
    }
  };
}

/** Who holds a name in this tab: resolves when they give it back. */
const held = new Map<string, Promise<unknown>>();

const requestInTab: RequestLock = async (name, { ifAvailable = false, signal }, work) => {
  for (let holder = held.get(name); holder; holder = held.get(name)) {
    if (ifAvailable) return work(false);
    await holder;
    throwIfAborted(signal);
  }
  const working = work(true);
  held.set(
    name,
    working.catch(() => undefined),
  );
  try {
    return await working;
  } finally {
    held.delete(name);
  }
};
