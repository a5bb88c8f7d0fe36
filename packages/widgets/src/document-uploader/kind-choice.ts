// What kind of paper is sent, where several do: not everybody has a passport.

import { DOCUMENT_KINDS } from '@lintas/contract/documents';
import { html, nothing, type TemplateResult } from 'lit';
import { textFor } from '../locales/messages.ts';
import type { PaperworkActions } from './paperwork-actions.ts';
import type { DocumentReading } from './document-reading.ts';
import type { Paper } from './papers.ts';

export function kindChoice(
  paper: Paper,
  chosen: string,
  disabled: boolean,
  actions: PaperworkActions,
  { texts }: DocumentReading,
): TemplateResult | typeof nothing {
  const { requirement, key, complete, places } = paper;
  const isOnTheWay = places.some(({ files }) => files.length > 0);
  const kinds = requirement
    ? [requirement.documentKind, ...requirement.alternatives]
    : [...DOCUMENT_KINDS].reverse();
  if (kinds.length < 2 || (requirement && (complete || isOnTheWay))) return nothing;
  const onChange = ({ currentTarget }: Event): void => {
    if (currentTarget instanceof HTMLSelectElement) actions.setKind(paper, currentTarget.value);
  };
  return html`<div class="kind" part="alternatives">
    <label for="kind-${key}">${requirement ? texts.paper.alternatives : texts.paper.otherKind}</label>
    <select id="kind-${key}" ?disabled=${disabled} @change=${onChange}>
      ${kinds.map((kind) => html`<option value=${kind} ?selected=${kind === chosen}>${textFor(texts.kinds, kind)}</option>`)}
    </select>
  </div>`;
}
