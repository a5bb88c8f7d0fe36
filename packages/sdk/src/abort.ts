// Waiting and giving up: the one sleep of the SDK, and work under a deadline. Whatever is begun here is also
// ended here; no timer and no listener outlives the work.

import { TimeoutError } from './errors.ts';

/** Signals that may end a piece of work; absent ones are skipped. */
export type Signals = readonly (AbortSignal | undefined)[];

/** A timer for longer than this fires at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * Resolves after `ms` milliseconds; rejects with the reason when one of `signals` aborts first.
 *
 * @param wakeOn Name of an event of the page (`online`) that ends the sleep early.
 */
export function sleep(ms: number, signals: Signals, wakeOn?: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const { signal, release } = linkSignals(signals);
    const end = (): void => {
      clearTimeout(timer);
      release();
      if (wakeOn) pageEvents()?.removeEventListener(wakeOn, end);
      if (signal.aborted) reject(reasonOf(signal));
      else resolve();
    };
    const timer = setTimeout(end, Math.min(ms, LONGEST_TIMER));
    if (wakeOn) pageEvents()?.addEventListener(wakeOn, end);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end);
  });
}

/**
 * Does work with a signal of its own, which aborts when one of `signals` does, or with a
 * {@link TimeoutError} after `ms` milliseconds. When it aborted, the work's own error is replaced by the reason.
 */
export async function withDeadline<Result>(
  ms: number,
  signals: Signals,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const { signal, abort, release } = linkSignals(signals);
  const timer = setTimeout(() => abort(new TimeoutError()), ms);
  try {
    if (!signal.aborted) return await work(signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    clearTimeout(timer);
    release();
  }
  throw reasonOf(signal);
}

/** A signal that can be aborted by hand and follows others until it is released. */
export interface LinkedSignal {
  readonly signal: AbortSignal;
  readonly abort: (reason: unknown) => void;
  /** Stops following. */
  readonly release: () => void;
}

/** Joins signals by hand: `AbortSignal.any` is missing in browsers of 2023, which people still carry. */
export function linkSignals(signals: Signals): LinkedSignal {
  const controller = new AbortController();
  const links = signals.flatMap((source) =>
    source ? [{ source, follow: () => abortWith(controller, reasonOf(source)) }] : [],
  );
  for (const { source, follow } of links) {
    if (source.aborted) follow();
    else source.addEventListener('abort', follow);
  }
  return {
    signal: controller.signal,
    abort: (reason) => abortWith(controller, reason),
    release: () => links.forEach(({ source, follow }) => source.removeEventListener('abort', follow)),
  };
}

/** Why signals aborted that browsers of 2021 do not tell it of. */
const reasons = new WeakMap<AbortSignal, unknown>();

/** Aborts a signal, for a reason that {@link throwIfAborted} throws in every browser. */
export function abortWith(controller: AbortController, reason: unknown): void {
  reasons.set(controller.signal, reason);
  controller.abort(reason);
}

/** Throws why a signal aborted, if it did. Signals do so by themselves, but not in browsers of 2021. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw reasonOf(signal);
}

/** Why a signal aborted. An error that the caller gave is passed on untouched. */
function reasonOf(signal: AbortSignal): Error {
  const reason: unknown = reasons.get(signal) ?? signal.reason;
  return reason instanceof Error ? reason : new DOMException('Aborted.', 'AbortError');
}

function pageEvents(): EventTarget | undefined {
  return typeof globalThis.addEventListener === 'function' ? globalThis : undefined;
}
