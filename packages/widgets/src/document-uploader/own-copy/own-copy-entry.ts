// Where a person saves the file that they handed in: what it is good for, what it leaves behind, and the PIN once more.

import { html, nothing, type TemplateResult } from 'lit';
import { pinField, type PinField } from '../../case/pin-field.ts';
import type { DocumentReading } from '../document-reading.ts';
import { copyProblemText } from './copy-problem.ts';
import type { OwnCopy } from './own-copy.ts';

/** @param cancel leads back to the document */
export function ownCopyEntry(copy: OwnCopy, cancel: () => void, reading: DocumentReading): TemplateResult {
  const { texts } = reading;
  const { state, asksPin, problem } = copy;
  const save = (event: Event): void => {
    event.preventDefault();
    const { currentTarget } = event;
    const field = currentTarget instanceof HTMLFormElement ? currentTarget.querySelector('input') : undefined;
    const typed = field?.value ?? '';
    // What was typed is not left standing for whoever looks at the screen next.
    if (field && copy.asksPin && !copy.waits) field.value = '';
    void copy.save(typed);
  };
  return html`<div class="copy" part="copy" role="group" aria-labelledby="copy-title">
    <h4 id="copy-title" tabindex="-1">${texts.copy.title}</h4>
    ${
      state === 'saved'
        ? html`<p part="copy-saved"><strong>${texts.copy.saved}</strong></p>
            <p>${texts.copy.device}</p>
            <div class="row"><button type="button" @click=${cancel}>${texts.copy.done}</button></div>`
        : html`<p>${texts.copy.explanation} ${texts.copy.confirmed}</p>
            <p>${texts.copy.device}</p>
            <form novalidate autocomplete="off" @submit=${save}>
              ${
                problem
                  ? html`<p class="problem" id="copy-problem" tabindex="-1">
                      ${copyProblemText(problem, reading)}
                    </p>`
                  : nothing
              }
              ${asksPin ? pinField(pinOf(copy, reading), reading.messages) : nothing}
              <div class="row">
                <button
                  class="primary"
                  part="save-button"
                  aria-disabled=${state === 'fetching' || copy.waits ? 'true' : nothing}
                >
                  ${state === 'fetching' ? texts.copy.saving : texts.copy.saveNow}
                </button>
                <button type="button" class="link" @click=${cancel}>${texts.copy.cancel}</button>
              </div>
            </form>`
    }
  </div>`;
}

function pinOf(copy: OwnCopy, { texts }: DocumentReading): PinField {
  const { pinShown, problem } = copy;
  const isWrong = problem !== undefined && problem.kind !== 'failure' && problem.kind !== 'not-fetched';
  return {
    id: 'copy-pin',
    hint: texts.copy.pinHint,
    shown: pinShown,
    problemId: isWrong ? 'copy-problem' : undefined,
    toggle: () => copy.togglePin(),
  };
}
