// Who did what with the case and its documents, without a screen: read when it is asked for, the newest first, some at a
// time. No DOM.

import type { Access } from '@lintas/contract/documents';
import type { CaseDocuments } from '@lintas/sdk/documents';

/** Entries that are read at once. */
const AT_ONCE = 20;

export interface AccessesEffects {
  readonly documents: Pick<CaseDocuments, 'accesses'>;
  onChange(): void;
}

export class AccessesStore {
  /** Missing until they were read. */
  entries: readonly Access[] | undefined;
  /** The last reading failed. */
  unreadable = false;
  readonly #effects: AccessesEffects;
  readonly #left = new AbortController();
  #reading = 0;
  #rest: AsyncIterator<Access> | undefined;
  /** The first entry that is not shown yet. */
  #ahead: Access | undefined;

  constructor(effects: AccessesEffects) {
    this.#effects = effects;
  }

  /** Whether there are older entries. */
  get hasMore(): boolean {
    return this.#ahead !== undefined;
  }

  /** Reads the newest entries. Never throws: `unreadable` tells. */
  async read(): Promise<void> {
    this.#rest = this.#effects.documents.accesses({ signal: this.#left.signal })[Symbol.asyncIterator]();
    this.#ahead = undefined;
    await this.#take([]);
  }

  /** Reads older entries. Never throws: `unreadable` tells. */
  async readMore(): Promise<void> {
    if (this.#ahead) await this.#take([...(this.entries ?? []), this.#ahead]);
  }

  /** The case is closed: nothing more is read, and nothing is kept. */
  leave(): void {
    this.#left.abort();
    this.#reading++;
    this.entries = undefined;
    this.#ahead = undefined;
  }

  async #take(before: readonly Access[]): Promise<void> {
    const reading = ++this.#reading;
    // One more than is shown tells whether there are older ones.
    const wanted = before.length === 0 ? AT_ONCE + 1 : AT_ONCE;
    const taken = await this.#next(wanted).catch(() => undefined);
    // An answer that was overtaken on its way must not turn the screen back.
    if (reading !== this.#reading) return;
    this.unreadable = taken === undefined;
    if (taken) {
      const entries = [...before, ...taken];
      this.#ahead = taken.length === wanted ? entries.pop() : undefined;
      this.entries = entries;
    }
    this.#effects.onChange();
  }

  async #next(count: number): Promise<Access[]> {
    const taken: Access[] = [];
    while (taken.length < count) {
      const next = await this.#rest?.next();
      if (!next || next.done === true) break;
      taken.push(next.value);
    }
    return taken;
  }
}
