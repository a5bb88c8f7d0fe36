// Who opened and read the case, and who did what with its documents, newest first: the sentence, when, and the
// organisation's name.

import { isKnown } from '@lintas/contract/core';
import type { Access, Document } from '@lintas/contract/documents';
import { ACTOR_CLASSES } from '@lintas/contract/status';
import { html, nothing, type TemplateResult } from 'lit';
import { apiText } from '../../case/reading.ts';
import { formatInstant } from '../../core/dates.ts';
import { textFor } from '../../locales/messages.ts';
import type { DocumentReading } from '../document-reading.ts';
import type { AccessesStore } from './accesses-store.ts';
import type { PrivacyActions } from './privacy.ts';

export interface AccessList {
  readonly accesses: Pick<AccessesStore, 'entries' | 'unreadable' | 'hasMore'>;
  /** What a document is called, where it is still there. */
  nameOf(documentId: Document['id'] | undefined): string | undefined;
}

export function accessList(
  { accesses, nameOf }: AccessList,
  actions: PrivacyActions,
  reading: DocumentReading,
): TemplateResult {
  const { privacy: texts, paper } = reading.texts;
  const { entries, unreadable, hasMore } = accesses;
  return html`<p>${texts.accessesWhy}</p>
    <p>${texts.accessesNotYou}</p>
    ${entries || unreadable ? nothing : html`<p>${texts.reading}</p>`}
    ${entries?.length === 0 ? html`<p>${texts.nothingDone}</p>` : nothing}
    ${
      entries && entries.length > 0
        ? html`<ol class="accesses" role="list">
            ${entries.map((access, index) => entry(access, index, nameOf(access.documentId), reading))}
          </ol>`
        : nothing
    }
    ${
      unreadable
        ? html`<div class="notice attention">
            <p><strong>${texts.accessesUnreadable}</strong></p>
            <button type="button" @click=${actions.readAccessesAgain}>${paper.tryAgain}</button>
          </div>`
        : nothing
    }
    ${
      hasMore && !unreadable
        ? html`<button type="button" part="more-button" @click=${actions.readOlderAccesses}>
            ${texts.older}
          </button>`
        : nothing
    }`;
}

function entry(
  { at, by, action }: Access,
  index: number,
  paper: string | undefined,
  reading: DocumentReading,
): TemplateResult {
  const { texts, messages, reader } = reading;
  const name = by.name && apiText(by.name, reading);
  const kind = isKnown(ACTOR_CLASSES, by.class) ? messages.actors[by.class] : texts.privacy.somebody;
  return html`<li part="access" id="access-${index}" tabindex="-1">
    <p>${textFor(texts.privacy.actions, action)}</p>
    ${paper === undefined ? nothing : html`<p>${paper}</p>`}
    <p class="soft">
      <time datetime=${at}><bdi>${formatInstant(at, 'minute', reader)}</bdi></time>
      · ${name === undefined || name === nothing ? kind : name}
    </p>
  </li>`;
}
