// The own copies of a case's documents: which one is asked for, and the code for it, which comes with the first.

import type { Document } from '@lintas/contract/documents';
import type { CaseDocuments } from '@lintas/sdk/documents';
import { html, type TemplateResult } from 'lit';
import type { PaperworkEffects } from './paperwork.ts';
import type { DocumentReading } from './document-reading.ts';
import { loadOwnCopy, type OwnCopyCode } from './load-own-copy.ts';
import type { OwnCopy } from './own-copy/own-copy.ts';

/** Something that stands with a document. */
export interface ShownCopy {
  /** Id of the document. */
  readonly id: string;
  readonly entry: TemplateResult;
}

type Asked =
  | { readonly id: string; readonly code: OwnCopyCode; readonly copy: OwnCopy }
  /** The code could not be fetched. */
  | { readonly id: string; readonly code?: undefined };

export class Copies {
  readonly #documents: CaseDocuments;
  readonly #effects: Pick<PaperworkEffects, 'onChange' | 'say' | 'focus'>;
  #asked: Asked | undefined;
  #asksPin = true;
  #asking = 0;

  constructor(documents: CaseDocuments, effects: Pick<PaperworkEffects, 'onChange' | 'say' | 'focus'>) {
    this.#documents = documents;
    this.#effects = effects;
  }

  /** What stands with the document whose copy is asked for. */
  shown(reading: DocumentReading): ShownCopy | undefined {
    const asked = this.#asked;
    if (!asked) return undefined;
    if (asked.code) {
      const cancel = (): void => this.#leaveTo(asked.id);
      return { id: asked.id, entry: asked.code.ownCopyEntry(asked.copy, cancel, reading) };
    }
    return { id: asked.id, entry: html`<p class="problem">${reading.texts.copy.failed}</p>` };
  }

  /** The person wants a copy of a document. */
  async ask(document: Document): Promise<void> {
    this.leave();
    const asking = this.#asking;
    const { id } = document;
    const code = await loadOwnCopy().catch(() => undefined);
    if (asking !== this.#asking) return;
    if (!code) {
      this.#asked = { id };
      this.#effects.onChange();
      return this.#effects.say('copy', ({ texts }) => texts.copy.failed);
    }
    const copy: OwnCopy = new code.OwnCopy(document, this.#asksPin, {
      documents: this.#documents,
      onChange: () => this.#effects.onChange(),
      onOutcome: () => this.#tell(copy, code),
      onWaitOver: () => this.#effects.say('copy', ({ messages }) => messages.errors.waitOver),
    });
    this.#asked = { id, code, copy };
    this.#effects.onChange();
    this.#effects.focus('#copy-title');
  }

  /** The person goes on with something else, or the case is closed. */
  leave(): void {
    this.#asking++;
    if (this.#asked?.code) this.#asked.copy.leave();
    this.#asked = undefined;
  }

  #leaveTo(id: string): void {
    this.leave();
    this.#effects.onChange();
    this.#effects.focus(`#document-${id}`);
  }

  #tell(copy: OwnCopy, { copyProblemText }: OwnCopyCode): void {
    this.#asksPin = copy.asksPin;
    this.#effects.onChange();
    this.#effects.say('copy', (reading) =>
      copy.problem ? copyProblemText(copy.problem, reading) : reading.texts.copy.saved,
    );
    const isOfPin = copy.problem !== undefined && copy.problem.kind !== 'failure' && copy.asksPin;
    this.#effects.focus(isOfPin ? '#copy-pin' : copy.problem ? '#copy-problem' : '#copy-title');
  }
}
