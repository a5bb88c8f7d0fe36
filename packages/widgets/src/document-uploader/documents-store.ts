// The documents of an opened case without a screen: reads them, tells which have moved, and removes one. No DOM.

import type { Document, DocumentList } from '@lintas/contract/documents';
import type { CaseDocuments } from '@lintas/sdk/documents';
import { tryLater } from './next-try.ts';

export interface DocumentsEffects {
  readonly documents: Pick<CaseDocuments, 'list' | 'withdraw'>;
  onChange(): void;
  /** The API has moved a document since it was read last. */
  onMoved(document: Document): void;
}

/** A document that the person is asked about before it is removed. */
export interface Removal {
  readonly id: string;
  readonly failed: boolean;
}

export class DocumentsStore {
  /** Missing until it was read. */
  list: DocumentList | undefined;
  removal: Removal | undefined;
  readonly #effects: DocumentsEffects;
  readonly #left = new AbortController();
  #reading = 0;
  #newest = Promise.resolve();
  /** Ids of documents that are just being taken back. */
  readonly #leftOut = new Set<string>();
  /** How often reading has failed in a row. */
  #failures = 0;
  #callOffNextTry = (): void => {};

  constructor(effects: DocumentsEffects) {
    this.#effects = effects;
  }

  /** Reading has failed, and not only once: a network that was cut is often back a moment later. */
  get unreadable(): boolean {
    return this.#failures > 1;
  }

  find(id: string | undefined): Document | undefined {
    return this.list?.data.find((document) => document.id === id);
  }

  /**
   * Reads the list, and resolves when it is as new as can be. Never throws: `unreadable` tells. What has failed is tried
   * again later, until the case is closed.
   */
  read(): Promise<void> {
    if (this.#left.signal.aborted) return Promise.resolve();
    this.#callOffNextTry();
    const reading = ++this.#reading;
    this.#newest = this.#readOnce(reading);
    return this.#newest.then(() => (reading === this.#reading ? undefined : this.#newest));
  }

  /**
   * Leaves a document out while it is being taken back, and reads the list when that is done: it tells whether it worked.
   *
   * @param id `undefined` where the document may not be there yet
   */
  async leaveOut(id: string | undefined, done: Promise<void>): Promise<void> {
    if (id !== undefined) this.#leftOut.add(id);
    this.#take(this.list);
    this.#effects.onChange();
    await done.catch(() => undefined);
    if (id !== undefined) this.#leftOut.delete(id);
    await this.read();
  }

  /** Asks before a document is removed; `undefined` keeps it. */
  askRemoval(id: string | undefined): void {
    this.removal = id === undefined ? undefined : { id, failed: false };
    this.#effects.onChange();
  }

  /** Removes the document that was asked about: it is erased everywhere. Answers whether that worked. */
  async remove(): Promise<boolean> {
    if (!this.removal) return false;
    const { id } = this.removal;
    try {
      await this.#effects.documents.withdraw(id, { signal: this.#left.signal });
    } catch {
      this.removal = { id, failed: true };
      this.#effects.onChange();
      return false;
    }
    this.removal = undefined;
    await this.read();
    return true;
  }

  /** The case is closed: nothing more is read, and nothing is kept. */
  leave(): void {
    this.#left.abort();
    this.#callOffNextTry();
    this.#reading++;
    this.list = undefined;
    this.removal = undefined;
  }

  async #readOnce(reading: number): Promise<void> {
    const list = await this.#effects.documents
      .list({ signal: this.#left.signal })
      .catch((): undefined => undefined);
    // An answer that was overtaken on its way must not turn the screen back.
    if (reading !== this.#reading) return;
    const moved = list?.data.filter(({ id, state }) => {
      const before = this.find(id);
      return before !== undefined && before.state !== state;
    });
    this.#take(list ?? this.list);
    this.#failures = list ? 0 : this.#failures + 1;
    if (!list) this.#callOffNextTry = tryLater(this.#failures, () => void this.read());
    this.#effects.onChange();
    moved?.forEach((document) => this.#effects.onMoved(document));
  }

  #take(list: DocumentList | undefined): void {
    this.list = list && { ...list, data: list.data.filter(({ id }) => !this.#leftOut.has(id)) };
  }
}
