// Who may look at the documents beside the office: what letting them means, and each partner with the way to let them
// and to take it back. Nothing is asked twice; what happened is said.

import { CONSENT_DAYS, type Reviewer } from '@lintas/contract/documents';
import { html, nothing, type TemplateResult } from 'lit';
import { apiText, weighty } from '../../case/reading.ts';
import { isolate } from '../../core/bidi.ts';
import { formatInstant } from '../../core/dates.ts';
import type { DocumentReading } from '../document-reading.ts';
import { liveConsents, partnersOf, type ConsentShown, type ConsentsStore } from './consents-store.ts';
import type { PrivacyActions } from './privacy.ts';

export type ShownConsents = Pick<ConsentsStore, 'list' | 'unreadable' | 'outcome'>;

type Sentence = (reading: Omit<DocumentReading, 'checked'>) => string;

/** When a consent ends that is given now. One that was given before has a day of its own. */
const endsByItself: Sentence = ({ texts }) => texts.privacy.endsByItself(CONSENT_DAYS);

/** What a person agrees to, sentence by sentence. */
const MEANING: readonly Sentence[] = [
  ({ texts }) => texts.privacy.meaning,
  ({ texts }) => texts.privacy.refusing,
  endsByItself,
  ({ texts }) => texts.privacy.takingBack,
];

export function consentList(
  consents: ShownConsents,
  actions: PrivacyActions,
  reading: DocumentReading,
): TemplateResult {
  const { privacy: texts, paper } = reading.texts;
  const { list, unreadable } = consents;
  const partners = list ? partnersOf(list, reading.now) : [];
  const isOffered = partners.some(({ id }) => liveConsents(list, id, reading.now).length === 0);
  const meaning = MEANING.filter((sentence) => isOffered || sentence !== endsByItself);
  // A consent is kept with the hash of these: they are what is on the screen, no more and no less.
  const sentences = meaning.flatMap((sentence) => readings(reading).map(sentence));
  const shown = { language: reading.reader.lang, sentences };
  return html`<p>${texts.consentsWhy}</p>
    ${list || unreadable ? nothing : html`<p>${texts.reading}</p>`}
    ${list && partners.length === 0 ? html`<p>${texts.nobodyToAsk}</p>` : nothing}
    ${
      partners.length > 0
        ? html`<ul class="meaning" role="list" id="consent-meaning">
            ${meaning.map((sentence) => html`<li>${weighty(sentence, reading)}</li>`)}
          </ul>`
        : nothing
    }
    ${partners.map((partner, index) => partnerEntry(partner, index, consents, shown, actions, reading))}
    ${
      unreadable
        ? html`<div class="notice attention">
            <p><strong>${texts.consentsUnreadable}</strong></p>
            <button type="button" @click=${actions.readConsentsAgain}>${paper.tryAgain}</button>
          </div>`
        : nothing
    }`;
}

/** As the sentences stand on the screen: where nobody has checked a translation, what was checked comes after it. */
function readings(reading: DocumentReading): readonly Omit<DocumentReading, 'checked'>[] {
  return reading.checked ? [reading, reading.checked] : [reading];
}

function partnerEntry(
  partner: Reviewer,
  index: number,
  { list, outcome }: ShownConsents,
  shown: ConsentShown,
  actions: PrivacyActions,
  reading: DocumentReading,
): TemplateResult {
  const { privacy: texts } = reading.texts;
  const until = liveConsents(list, partner.id, reading.now)
    .map(({ expiresAt }) => expiresAt)
    .sort()
    .at(-1);
  const name = apiText(partner.name, reading);
  const id = `consent-${index}`;
  return html`<div class="partner" part="partner" role="group" aria-labelledby=${id}>
    <h4 id=${id} tabindex="-1">${name === nothing ? reading.messages.actors.partner : name}</h4>
    <p id="${id}-standing">
      ${until === undefined ? texts.mayNot : texts.mayUntil(isolate(formatInstant(until, 'minute', reading.reader)))}
    </p>
    ${
      outcome?.partner === partner.id
        ? html`<p class=${outcome.kind.endsWith('Failed') ? 'problem' : ''} part="consent-outcome">
            <strong>${texts.outcomes[outcome.kind]}</strong>
          </p>`
        : nothing
    }
    <button
      type="button"
      part="consent-button"
      aria-labelledby="${id}-button ${id}"
      aria-describedby=${until === undefined ? 'consent-meaning' : `${id}-standing`}
      @click=${() =>
        until === undefined ? actions.giveConsent(partner, id, shown) : actions.takeConsentBack(partner, id)}
    >
      <span id="${id}-button">${until === undefined ? texts.give : texts.takeBack}</span>
    </button>
  </div>`;
}
