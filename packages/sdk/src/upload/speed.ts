// How fast bytes leave, as the mean of the last seconds, and how long the rest will take.

/** After so many milliseconds, what was measured counts half. */
const HALF_LIFE = 5_000;
/** What is measured over less than this says nothing yet, in milliseconds. */
const WARM_UP = 1_000;

export interface Speed {
  /** So many more bytes have left by then. `at` is in milliseconds of a clock that never jumps. */
  measure(bytes: number, at: number): void;
  /** Seconds that `bytes` more will take; `undefined` while nothing can be said. */
  secondsFor(bytes: number): number | undefined;
}

/** @param startedAt in milliseconds of the same clock */
export function createSpeed(startedAt: number): Speed {
  let last = startedAt;
  let weight = 0;
  let mean = 0;
  return {
    measure(bytes, at) {
      const span = at - last;
      if (span <= 0) return;
      const fading = 0.5 ** (span / HALF_LIFE);
      // Bytes that were lost on their way move the count back: that time was spent, and nothing came of it.
      mean = mean * fading + (Math.max(0, bytes) / span) * (1 - fading);
      weight = weight * fading + (1 - fading);
      last = at;
    },
    secondsFor(bytes) {
      if (last - startedAt < WARM_UP || mean <= 0) return undefined;
      return (bytes * weight) / mean / 1000;
    },
  };
}
