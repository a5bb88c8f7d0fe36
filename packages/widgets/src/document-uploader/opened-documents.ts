// The documents of an opened case, from top to bottom: how far they are, what is the matter, each paper, and what may
// be kept on the device.

import { isUnfinished } from '@lintas/contract/documents';
import { html, nothing, type TemplateResult } from 'lit';
import { besideUnchecked } from '../case/reading.ts';
import { knownKind } from './chosen-file.ts';
import type { ShownCopy } from './copies.ts';
import type { PaperworkActions } from './paperwork-actions.ts';
import type { DocumentReading } from './document-reading.ts';
import type { DocumentsStore } from './documents-store.ts';
import type { Outbox } from './outbox.ts';
import { paperEntry } from './paper.ts';
import { countNeeded, papersOf, type Paper, type Surplus } from './papers.ts';

export interface OpenedDocuments {
  readonly store: Pick<DocumentsStore, 'list' | 'unreadable' | 'removal'>;
  readonly outbox: Pick<Outbox, 'files' | 'goneOn' | 'remember' | 'previews'>;
  /** What kind of paper is sent for a paper, by its key. */
  readonly kinds: ReadonlyMap<string, string>;
  /** The copy that the person asks for. */
  readonly copy?: ShownCopy | undefined;
  readonly disabled: boolean;
  /** A task of the case, or the page's own form, asks for papers. */
  readonly asked: boolean;
  readonly surplus: Surplus | undefined;
  /** Somebody wanted to go on without what is needed: it is named. */
  readonly missing: string | undefined;
}

export function openedDocuments(
  opened: OpenedDocuments,
  actions: PaperworkActions,
  reading: DocumentReading,
): TemplateResult {
  const { store, outbox, missing } = opened;
  const { texts } = reading;
  const papers = store.list ? papersOf(store.list, outbox.files) : [];
  return html`<div class="documents" @focusin=${actions.prepare} @dragenter=${actions.prepare}>
    <div class="standing">
      <h2 part="heading" tabindex="-1">${texts.title}</h2>
      ${store.list ? summary(papers, opened, reading) : nothing}
    </div>
    <div class="notices">
      ${
        missing === undefined
          ? nothing
          : html`<p class="notice error" part="missing" id="missing" tabindex="-1">
              <strong>${missing}</strong>
            </p>`
      }
      ${reachability(store, actions, reading)} ${unfinished(opened, actions, reading)}
    </div>
    ${papers.map((paper) =>
      paperEntry(
        paper,
        {
          previews: outbox.previews,
          removal: store.removal,
          copy: opened.copy,
          disabled: opened.disabled,
          asked: opened.asked,
          surplus: opened.surplus,
          kind: kindOf(paper, opened.kinds),
        },
        actions,
        reading,
      ),
    )}
    ${store.list ? ownDevice(opened, actions, reading) : nothing}
  </div>`;
}

/** What kind of paper is sent for a paper: the one that was chosen, else the one that is asked for. */
export function kindOf({ key, requirement }: Paper, kinds: ReadonlyMap<string, string>): string {
  return kinds.get(key) ?? knownKind(requirement?.documentKind ?? 'other');
}

function summary(
  papers: readonly Paper[],
  { asked }: OpenedDocuments,
  { texts }: DocumentReading,
): TemplateResult | typeof nothing {
  const { complete, of } = countNeeded(papers);
  if (of === 0) return nothing;
  const lacking = asked ? texts.paper.handedIn(complete, of) : texts.paper.mayAdd;
  return html`<p class="headline" part="summary">${complete === of ? texts.paper.allHandedIn : lacking}</p>`;
}

function reachability(
  { list, unreadable }: OpenedDocuments['store'],
  actions: PaperworkActions,
  { texts }: DocumentReading,
): TemplateResult | typeof nothing {
  if (!unreadable) return list ? nothing : html`<p>${texts.paper.loading}</p>`;
  return html`<div class="notice attention">
    <p><strong>${texts.paper.loadFailed}</strong></p>
    <button type="button" @click=${actions.readAgain}>${texts.paper.tryAgain}</button>
  </div>`;
}

/** Something was not finished on an earlier page; this device may have kept it. */
function unfinished(
  { store, outbox }: OpenedDocuments,
  actions: PaperworkActions,
  { texts }: DocumentReading,
): TemplateResult | typeof nothing {
  const here = new Set(
    outbox.files.map(({ stage }) => (stage.kind === 'sending' ? stage.upload.documentId : undefined)),
  );
  const isLeft = store.list?.data.some(({ id, state }) => isUnfinished(state) && !here.has(id));
  if (!isLeft || outbox.goneOn === 'yes') return nothing;
  return html`<div class="notice attention" part="unfinished">
    <p><strong>${texts.device.goOnTitle}</strong></p>
    ${
      outbox.goneOn === 'nothing-kept'
        ? html`<p>${texts.device.nothingKept}</p>`
        : html`<button type="button" part="go-on-button" @click=${actions.goOn}>${texts.device.goOn}</button>`
    }
  </div>`;
}

function ownDevice(
  { outbox, disabled }: OpenedDocuments,
  actions: PaperworkActions,
  reading: DocumentReading,
): TemplateResult {
  const { device } = reading.texts;
  const onChange = ({ currentTarget }: Event): void => {
    if (currentTarget instanceof HTMLInputElement) actions.setRemember(currentTarget.checked);
  };
  return html`<div class="own-device" part="own-device">
    <input
      id="own-device"
      type="checkbox"
      aria-describedby="own-device-means"
      .checked=${outbox.remember}
      ?disabled=${disabled}
      @change=${onChange}
    />
    <label for="own-device">${device.keep}</label>
    <p class="soft" id="own-device-means">
      ${device.keepMeans}
      ${besideUnchecked((each) => `${each.texts.device.keep}. ${each.texts.device.keepMeans}`, reading)}
    </p>
  </div>`;
}
