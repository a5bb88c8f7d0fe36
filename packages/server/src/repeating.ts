// Work beside requests that is done at its start and again now and then, and never twice at once.

import type { Dependencies } from './dependencies.ts';
import { nameError } from './http/problems.ts';

export interface Repeating {
  /** Milliseconds between two turns. */
  readonly every: number;
  /** What the log says when the work has failed; it is done again at its next turn. */
  readonly failure: string;
}

/**
 * Starts the work; `goesOn` tells it whether it is still wanted.
 *
 * @returns stops it, and waits for what is being done
 */
export function startRepeating(
  work: (goesOn: () => boolean) => Promise<void>,
  { every, failure }: Repeating,
  { log }: Pick<Dependencies, 'log'>,
): () => Promise<void> {
  let stopped = false;
  let running: Promise<void> | undefined;

  async function takeTurn(): Promise<void> {
    try {
      await work(() => !stopped);
    } catch (error) {
      log({ level: 'error', message: failure, error: nameError(error) });
    }
    running = undefined;
  }
  const wake = (): void => {
    running ??= takeTurn();
  };
  const timer = setInterval(wake, every);
  wake();
  return async () => {
    stopped = true;
    clearInterval(timer);
    await running;
  };
}
