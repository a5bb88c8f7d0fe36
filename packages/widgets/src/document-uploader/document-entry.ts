// A document that was handed in: where it stands, why, what comes next, and since when.

import { isUnfinished, wantsReplacement, type Document } from '@lintas/contract/documents';
import { html, nothing, type TemplateResult } from 'lit';
import { isolate } from '../core/bidi.ts';
import { formatBytes } from '../core/bytes.ts';
import { formatInstant } from '../core/dates.ts';
import * as icons from '../case/icons.ts';
import { besideUnchecked } from '../case/reading.ts';
import { textFor } from '../locales/messages.ts';
import type { PaperworkActions } from './paperwork-actions.ts';
import type { DocumentReading } from './document-reading.ts';
import type { Removal } from './documents-store.ts';

/** A shape for each state, so that colour is not needed to tell them apart. */
const PICTURES: Readonly<Record<string, TemplateResult>> = {
  queued: icons.dash,
  uploading: icons.dash,
  scanning: icons.halfRing,
  received: icons.tick,
  needs_better_copy: icons.attention,
  accepted: icons.tickRing,
  rejected: icons.attention,
  expired: icons.dash,
};

export interface DocumentEntry {
  readonly document: Document;
  readonly preview: HTMLCanvasElement | undefined;
  readonly removal: Removal | undefined;
  /** The copy that the person asks for. */
  readonly copy: TemplateResult | undefined;
  /** Where the person gives another file in its place. */
  readonly replacing: TemplateResult | typeof nothing;
  readonly disabled: boolean;
}

export function documentEntry(
  entry: DocumentEntry,
  actions: PaperworkActions,
  reading: DocumentReading,
): TemplateResult {
  const { document, preview, removal, copy, replacing, disabled } = entry;
  const { texts } = reading;
  const asked = removal?.id === document.id;
  return html`<div
    class="entry ${toneOf(document.state)}"
    part="document"
    id="document-${document.id}"
    tabindex="-1"
  >
    ${preview ? html`<div class="preview" aria-hidden="true">${preview}</div>` : nothing}
    <div class="facts">
      <p class="state" part="document-state">
        ${PICTURES[document.state] ?? icons.ring}<strong>${textFor(texts.states, document.state)}</strong>
      </p>
      ${document.reason === undefined ? nothing : html`<p>${textFor(texts.reasons, document.reason)}</p>`}
      <p>
        ${textFor(texts.nextSteps, document.state)}
        ${besideUnchecked((each) => standing(document, each), reading)}
      </p>
      ${about(document, reading)}
    </div>
    ${
      asked
        ? removalQuestion(removal, disabled, actions, reading)
        : html`${copy ?? nothing}
            <div class="row">
              ${replacing}
              ${copy === undefined && hasCopy(document) ? copyButton(document, actions, reading) : nothing}
              ${
                document.state === 'accepted'
                  ? nothing
                  : html`<button
                      type="button"
                      class="link"
                      part="remove-button"
                      aria-describedby="document-${document.id}"
                      ?disabled=${disabled}
                      @click=${() => actions.askRemoval(document)}
                    >
                      ${texts.document.remove}
                    </button>`
              }
            </div>`
    }
  </div>`;
}

/** Where it stands, why, and what comes next, in one line. */
function standing({ state, reason }: Document, { texts }: Pick<DocumentReading, 'texts'>): string {
  const why = reason === undefined ? [] : [textFor(texts.reasons, reason)];
  return [`${textFor(texts.states, state)}.`, ...why, textFor(texts.nextSteps, state)].join(' ');
}

/** Whether the API gives the file back: all of it is there, and nothing in it does harm. */
function hasCopy({ receivedAt, state, reason }: Document): boolean {
  return receivedAt !== undefined && !isUnfinished(state) && state !== 'scanning' && reason !== 'harmful';
}

function copyButton(
  document: Document,
  actions: PaperworkActions,
  { texts }: DocumentReading,
): TemplateResult {
  return html`<button
    type="button"
    class="link"
    part="copy-button"
    aria-describedby="document-${document.id}"
    @click=${() => actions.askCopy(document)}
  >
    ${texts.copy.save}
  </button>`;
}

/** Whether the place of a document is free for another file. */
export function offersReplacement({ state }: Document): boolean {
  return wantsReplacement(state) || isUnfinished(state);
}

function removalQuestion(
  { failed }: Removal,
  disabled: boolean,
  actions: PaperworkActions,
  { texts }: DocumentReading,
): TemplateResult {
  return html`<div class="notice attention" role="group" aria-labelledby="removal">
    <p id="removal" tabindex="-1"><strong>${texts.document.removeAsk}</strong></p>
    ${failed ? html`<p class="problem">${texts.document.removeFailed}</p>` : nothing}
    <div class="row">
      <button type="button" part="remove-button" ?disabled=${disabled} @click=${actions.remove}>
        ${texts.document.removeYes}
      </button>
      <button type="button" @click=${actions.keep}>${texts.document.removeNo}</button>
    </div>
  </div>`;
}

/** Name, size, pages and time: what tells one file from another. */
function about(document: Document, { texts, reader }: DocumentReading): TemplateResult {
  const { fileName, bytes, pages } = document;
  const since = sinceOf(document);
  return html`<p class="soft">
      ${fileName === undefined ? nothing : html`<bdi class="name">${fileName}</bdi> · `}<bdi>${formatBytes(bytes, reader)}</bdi>${pages === undefined ? nothing : html` · <bdi>${texts.file.pages(pages)}</bdi>`}
    </p>
    <p class="soft">
      <time datetime=${since}>${texts.document.since(isolate(formatInstant(since, 'minute', reader)))}</time>
    </p>`;
}

/** When it came to stand where it stands, as far as the document itself tells. */
function sinceOf({ state, verifications, receivedAt, createdAt }: Document): string {
  const decided = state === 'accepted' || state === 'rejected' || state === 'needs_better_copy';
  const last = verifications
    .map(({ at }) => at)
    .sort()
    .at(-1);
  return (decided ? last : undefined) ?? receivedAt ?? createdAt;
}

function toneOf(state: string): string {
  if (wantsReplacement(state) || isUnfinished(state)) return 'asks';
  return state === 'accepted' ? 'good' : '';
}
