// What kind of file a paper takes, in words, with a drawing of a good picture.

import type { DocumentRequirement } from '@lintas/contract/documents';
import { html, nothing, type TemplateResult } from 'lit';
import { limitFacts, type DocumentReading } from './document-reading.ts';
import { exampleOf } from './drawings.ts';

export function accepted(requirement: DocumentRequirement, reading: DocumentReading): TemplateResult {
  const { messages } = reading;
  const { paper: texts } = reading.texts;
  const { types, size, pixels } = limitFacts(requirement, reading);
  const { maxPages, sides, translation, certified, exampleUrl, accept } = requirement;
  const sentences = [
    texts.types(types),
    texts.size(size),
    pixels === undefined ? undefined : texts.pixels(pixels),
    maxPages !== undefined && accept.includes('application/pdf') ? texts.pages(maxPages) : undefined,
    sides === 2 ? texts.bothSides : undefined,
    translation ? texts.translation : undefined,
    certified ? texts.certified : undefined,
  ];
  return html`<details class="accepted" part="accepted">
    <summary>${texts.accepted}</summary>
    <div class="accepted-body">
      <ul role="list">
        ${sentences.map((sentence) => (sentence === undefined ? nothing : html`<li>${sentence}</li>`))}
      </ul>
      <figure part="example">
        ${exampleOf(requirement.documentKind)}
        <figcaption class="soft">
          ${texts.example}
          ${
            exampleUrl === undefined
              ? nothing
              : html`<a href=${exampleUrl} target="_blank" rel="noopener noreferrer"
                  >${texts.openExample} <span class="visually-hidden">(${messages.a11y.newWindow})</span></a
                >`
          }
        </figcaption>
      </figure>
    </div>
  </details>`;
}
