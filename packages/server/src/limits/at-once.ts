// How many of something one subject may have at the same time in one process: each holds a connection and memory for as
// long as whoever is at its other end likes.

import { Refusal } from '../http/problems.ts';

export interface AtOnce {
  /**
   * Takes a place. Answers how to give it back; more than once does no harm.
   *
   * @throws Refusal `too-many-requests` when the subject has all of its places
   */
  enter(subject: string): () => void;
}

/** @param retryAfter seconds after which one too many may be tried again */
export function limitAtOnce(most: number, retryAfter: number): AtOnce {
  const taken = new Map<string, number>();
  return {
    enter(subject) {
      const others = taken.get(subject) ?? 0;
      if (others >= most) throw new Refusal('too-many-requests', { retryAfter });
      taken.set(subject, others + 1);
      let entered = true;
      return () => {
        if (!entered) return;
        entered = false;
        const left = (taken.get(subject) ?? 1) - 1;
        if (left > 0) taken.set(subject, left);
        else taken.delete(subject);
      };
    },
  };
}
