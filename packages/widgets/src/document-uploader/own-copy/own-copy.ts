// A person saves the file that they handed in: gives the PIN once more, and gets it from the API as it was received.
// Without a screen. The PIN goes from its field into the call, and is kept nowhere.

import { parsePin } from '@lintas/contract/status';
import type { Document } from '@lintas/contract/documents';
import { hasCode } from '@lintas/sdk';
import type { CaseDocuments } from '@lintas/sdk/documents';
import { failureOf, isWaiting } from '../../case/failure.ts';
import { throwIfAborted } from '../../core/throw-if-aborted.ts';
import type { CopyProblem } from './copy-problem.ts';
import { saveFile } from './save-file.ts';

export interface OwnCopyEffects {
  readonly documents: Pick<CaseDocuments, 'stepUp' | 'download'>;
  onChange(): void;
  /** Something to be said, and where the person goes on. */
  onOutcome(): void;
  /** The wait after many tries is over. */
  onWaitOver(): void;
}

export class OwnCopy {
  /** The document whose copy is asked for. */
  readonly document: Document;
  state: 'asking' | 'fetching' | 'saved' = 'asking';
  /** The PIN was not given lately, as far as is known here. */
  asksPin: boolean;
  pinShown = false;
  problem: CopyProblem | undefined;
  readonly #effects: OwnCopyEffects;
  readonly #left = new AbortController();
  #tick: ReturnType<typeof setTimeout> | undefined;

  constructor(document: Document, asksPin: boolean, effects: OwnCopyEffects) {
    this.document = document;
    this.asksPin = asksPin;
    this.#effects = effects;
  }

  togglePin(): void {
    this.pinShown = !this.pinShown;
    this.#effects.onChange();
  }

  /** Whether the person has been asked to wait. */
  get waits(): boolean {
    return this.problem?.kind === 'failure' && isWaiting(this.problem.failure, Date.now());
  }

  /** Fetches the copy and hands it to the browser. @param typed what stands in the field of the PIN */
  async save(typed: string): Promise<void> {
    if (this.state === 'fetching') return;
    if (this.waits) return this.#effects.onOutcome();
    const pin = parsePin(typed);
    if (this.asksPin && pin === undefined) {
      return this.#stop({ kind: typed.trim() === '' ? 'no-pin' : 'pin-length' });
    }
    this.state = 'fetching';
    this.problem = undefined;
    this.#effects.onChange();
    const { signal } = this.#left;
    const { documents } = this.#effects;
    try {
      if (this.asksPin && pin !== undefined) await documents.stepUp(pin, { signal });
      this.asksPin = false;
      const file = await documents.download(this.document.id, { signal });
      throwIfAborted(signal);
      saveFile(file, this.document);
      this.state = 'saved';
      this.#effects.onOutcome();
    } catch (error) {
      if (!signal.aborted) this.#stop(this.#problemOf(error));
    }
  }

  /** The person goes on with something else, or the case is closed. */
  leave(): void {
    this.#left.abort();
    clearTimeout(this.#tick);
  }

  #problemOf(error: unknown): CopyProblem {
    if (hasCode(error, 'lookup-failed')) return { kind: 'wrong-pin' };
    if (hasCode(error, 'not-found')) return { kind: 'not-fetched' };
    if (hasCode(error, 'step-up-required')) {
      this.asksPin = true;
      return { kind: 'pin-again' };
    }
    return { kind: 'failure', failure: failureOf(error, Date.now()) };
  }

  #stop(problem: CopyProblem): void {
    this.state = 'asking';
    this.problem = problem;
    this.#effects.onOutcome();
    if (this.waits) this.#countDown();
  }

  #countDown(): void {
    this.#tick = setTimeout(() => {
      this.#effects.onChange();
      if (this.waits) this.#countDown();
      else this.#effects.onWaitOver();
    }, 1000);
  }
}
