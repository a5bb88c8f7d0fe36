// What a person can read and decide about others who look at their documents: two folded sections, each fetched only
// when it is opened.

import type { Reviewer } from '@lintas/contract/documents';
import type { CaseDocuments } from '@lintas/sdk/documents';
import { html, type TemplateResult } from 'lit';
import { wordsOf } from '../../case/reading.ts';
import type { PaperworkEffects } from '../paperwork.ts';
import type { DocumentReading } from '../document-reading.ts';
import { accessList, type AccessList } from './access-list.ts';
import { AccessesStore } from './accesses-store.ts';
import { consentList, type ShownConsents } from './consent-list.ts';
import { ConsentsStore, type ConsentOutcome, type ConsentShown } from './consents-store.ts';

export interface PrivacyActions {
  openAccesses(): void;
  readAccessesAgain(): void;
  readOlderAccesses(): void;
  openConsents(): void;
  readConsentsAgain(): void;
  /** @param heading id of what has the focus afterwards */
  giveConsent(partner: Reviewer, heading: string, shown: ConsentShown): void;
  takeConsentBack(partner: Reviewer, heading: string): void;
}

export class Privacy {
  readonly #accesses: AccessesStore;
  readonly #consents: ConsentsStore;
  readonly #effects: Pick<PaperworkEffects, 'say' | 'focus'>;

  constructor(documents: CaseDocuments, effects: Pick<PaperworkEffects, 'onChange' | 'say' | 'focus'>) {
    this.#effects = effects;
    const onChange = (): void => effects.onChange();
    this.#accesses = new AccessesStore({ documents, onChange });
    this.#consents = new ConsentsStore({ documents, onChange });
  }

  template(nameOf: AccessList['nameOf'], reading: DocumentReading): TemplateResult {
    return privacySections({ accesses: this.#accesses, nameOf }, this.#consents, this.#actions, reading);
  }

  /** The case is closed: nothing is kept. */
  leave(): void {
    this.#accesses.leave();
    this.#consents.leave();
  }

  readonly #actions: PrivacyActions = {
    openAccesses: () => void this.#readAccesses(),
    readAccessesAgain: () => void this.#readAccesses().then(() => this.#effects.focus('#accesses')),
    readOlderAccesses: () => void this.#readOlder(),
    openConsents: () => void this.#readConsents(),
    readConsentsAgain: () => void this.#readConsents().then(() => this.#effects.focus('#consents')),
    giveConsent: (partner, heading, shown) =>
      void this.#consents
        .give(partner.id, shown, Date.now())
        .then((outcome) => this.#tell(outcome, partner, heading)),
    takeConsentBack: (partner, heading) =>
      void this.#consents
        .takeBack(partner.id, Date.now())
        .then((outcome) => this.#tell(outcome, partner, heading)),
  };

  async #readAccesses(): Promise<void> {
    await this.#accesses.read();
    this.#effects.say('accesses', ({ texts: { privacy } }) => {
      const { entries, unreadable } = this.#accesses;
      if (unreadable) return privacy.accessesUnreadable;
      return entries && privacy.accessesHere(entries.length);
    });
  }

  async #readOlder(): Promise<void> {
    const before = this.#accesses.entries?.length ?? 0;
    await this.#accesses.readMore();
    if (!this.#accesses.unreadable) return this.#effects.focus(`#access-${before}`);
    this.#effects.say('accesses', ({ texts }) => texts.privacy.accessesUnreadable);
    this.#effects.focus('#accesses');
  }

  async #readConsents(): Promise<void> {
    await this.#consents.read();
    this.#effects.say('consents', ({ texts: { privacy } }) =>
      this.#consents.unreadable ? privacy.consentsUnreadable : this.#consents.list && privacy.consentsHere,
    );
  }

  #tell(outcome: ConsentOutcome | undefined, { name }: Reviewer, heading: string): void {
    if (!outcome) return;
    this.#effects.say('consents', (reading) => {
      const words = wordsOf(name, reading) || reading.messages.actors.partner;
      return `${words}: ${reading.texts.privacy.outcomes[outcome.kind]}`;
    });
    this.#effects.focus(`#${heading}`);
    // That is something that was done, too.
    if (this.#accesses.entries) void this.#accesses.read();
  }
}

export function privacySections(
  accesses: AccessList,
  consents: ShownConsents,
  actions: PrivacyActions,
  reading: DocumentReading,
): TemplateResult {
  const { privacy: texts } = reading.texts;
  return html`<div class="privacy">
    <details part="accesses" @toggle=${whenOpened(actions.openAccesses)}>
      <summary id="accesses"><h3>${texts.accessesTitle}</h3></summary>
      <div class="privacy-body">${accessList(accesses, actions, reading)}</div>
    </details>
    <details part="consents" @toggle=${whenOpened(actions.openConsents)}>
      <summary id="consents"><h3>${texts.consentsTitle}</h3></summary>
      <div class="privacy-body">${consentList(consents, actions, reading)}</div>
    </details>
  </div>`;
}

function whenOpened(open: () => void): (event: Event) => void {
  return ({ currentTarget }) => {
    if (currentTarget instanceof HTMLDetailsElement && currentTarget.open) open();
  };
}
