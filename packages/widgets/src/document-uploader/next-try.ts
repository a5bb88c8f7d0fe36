// When something is tried again that has failed: after a while that grows, and at once when the device is online again.

/** Milliseconds to wait after so many failures in a row. */
export function waitAfter(failures: number): number {
  return Math.min(60, 2 ** failures) * 1000;
}

/** Tries once, when the time has come. @returns calls it off */
export function tryLater(failures: number, attempt: () => void): () => void {
  const callOff = (): void => {
    clearTimeout(timer);
    removeEventListener('online', tryNow);
  };
  const tryNow = (): void => {
    callOff();
    attempt();
  };
  const timer = setTimeout(tryNow, waitAfter(failures));
  addEventListener('online', tryNow);
  return callOff;
}
