// What signals do by themselves, but not in browsers of 2021, which people still carry.

/** Throws once a signal has aborted: why, where the browser keeps an error for that, else an `AbortError`. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (!signal?.aborted) return;
  const reason: unknown = signal.reason;
  throw reason instanceof Error ? reason : new DOMException('Aborted.', 'AbortError');
}
