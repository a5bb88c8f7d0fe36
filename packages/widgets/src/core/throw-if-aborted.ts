// What signals do by themselves, but not in browsers of 2021, which people still carry.

/** Throws once a signal has aborted. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new DOMException('Aborted.', 'AbortError');
}
