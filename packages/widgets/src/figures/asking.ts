// Published figures that a person asked for: nothing is fetched before, unless the page says `eager`. Then they are
// fetched when the element comes into view.

import type { LitElement, ReactiveController } from 'lit';
import { failureOfNamed, type Failure } from '../case/failure.ts';
import { tellTrouble } from '../case/page-trouble.ts';
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

  readonly #host: LitElement;
  readonly #read: Read<Value>;
  #running = new AbortController();
  #stopListening = (): void => {};
  readonly #view = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    this.#view.disconnect();
    void this.#ask();
  });

  constructor(host: LitElement, read: Read<Value>) {
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

  /** The button that was pressed is gone then: reading goes on where the answer begins. */
  readonly askByHand = async (): Promise<void> => {
    await this.#ask();
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>('h3')?.focus();
  };

  /** Asks anew if a person has asked before: what is asked for is another thing now. */
  askAgain(): void {
    if (this.asked.kind !== 'waiting') void this.#ask();
  }

  async #ask(): Promise<void> {
    this.#running.abort();
    this.#running = new AbortController();
    const { signal } = this.#running;
    this.#show({ kind: 'loading' });
    const next = await this.#answer(signal);
    if (next && !signal.aborted) this.#show(next);
  }

  async #answer(signal: AbortSignal): Promise<Asked<Value> | undefined> {
    try {
      return { kind: 'shown', value: await this.#read(findConnection(this.#host), signal) };
    } catch (error) {
      if (signal.aborted) return undefined;
      return { kind: 'failed', failure: tellTrouble(failureOfNamed(error, Date.now()), error) };
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
