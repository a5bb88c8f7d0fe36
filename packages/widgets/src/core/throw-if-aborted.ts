// What signals do by themselves, but not in browsers of 2021, which people still carry. The SDK has its own, which comes
// with all of its waiting: too much for what a page loads before anybody does anything.

/** Throws once a signal has aborted: why, where the browser keeps an error for that, else an `AbortError`. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (!signal?.aborted) return;
  const reason: unknown = signal.reason;
  throw reason instanceof Error ? reason : new DOMException('Aborted.', 'AbortError');
}
