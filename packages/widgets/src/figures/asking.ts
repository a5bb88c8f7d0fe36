// Published figures that a person asked for: nothing is fetched before, unless the page says `eager`. Then they are
// fetched when the element comes into view.

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isLintasError } from '@lintas/sdk';
import { failureOf, type Failure } from '../case/failure.ts';
import { findConnection, type Connection } from '../core/context.ts';
import { onExit } from '../core/quick-exit.ts';

export type Asked<Value> =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'shown'; readonly value: Value }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Reads figures; what it throws is shown as a failure. */
export type Read<Value> = (connection: Connection, signal: AbortSignal) => Promise<Value>;

export class Asking<Value> implements ReactiveController {
  asked: Asked<Value> = { kind: 'waiting' };

  readonly #host: ReactiveControllerHost & Element;
  readonly #read: Read<Value>;
  #running = new AbortController();
  #stopListening = (): void => {};
  readonly #view = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    this.#view.disconnect();
    void this.ask();
  });

  constructor(host: ReactiveControllerHost & Element, read: Read<Value>) {
    this.#host = host;
    this.#read = read;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stopListening = onExit(() => this.#forget());
    if (this.#host.hasAttribute('eager')) this.#view.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#stopListening();
    this.#view.disconnect();
    this.#forget();
  }

  async ask(): Promise<void> {
    this.#running.abort();
    this.#running = new AbortController();
    const { signal } = this.#running;
    this.#show({ kind: 'loading' });
    const next = await this.#answer(signal);
    if (!signal.aborted) this.#show(next);
  }

  /** Asks anew if a person has asked before: what is asked for is another thing now. */
  askAgain(): void {
    if (this.asked.kind !== 'waiting') void this.ask();
  }

  async #answer(signal: AbortSignal): Promise<Asked<Value>> {
    const connection = findConnection(this.#host);
    if (!connection) return { kind: 'failed', failure: { kind: 'misconfigured' } };
    try {
      return { kind: 'shown', value: await this.#read(connection, signal) };
    } catch (error) {
      return { kind: 'failed', failure: figuresFailure(error) };
    }
  }

  #forget(): void {
    this.#running.abort();
    this.#show({ kind: 'waiting' });
  }

  #show(next: Asked<Value>): void {
    this.asked = next;
    this.#host.requestUpdate();
  }
}

/** What is not there, or cannot be asked for, was named by the page. */
function figuresFailure(error: unknown): Failure {
  // A file of the widget that did not arrive is the network's doing.
  if (error instanceof TypeError && /import|module/i.test(error.message)) return { kind: 'offline' };
  if (isLintasError(error) && (error.code === 'not-found' || error.code === 'invalid-request')) {
    return { kind: 'misconfigured' };
  }
  return failureOf(error, Date.now());
}
