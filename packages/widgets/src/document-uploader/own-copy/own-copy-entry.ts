// Where a person saves the file that they handed in: what it is good for, what it leaves behind, and the PIN once more.
// The field is masked and unnamed for the reasons that ../../case/entry-form.ts gives.

import { html, nothing, type TemplateResult } from 'lit';
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
              ${asksPin ? pinField(copy, reading) : nothing}
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

function pinField(copy: OwnCopy, { texts, messages }: DocumentReading): TemplateResult {
  const { pinShown, problem } = copy;
  const isWrong = problem !== undefined && problem.kind !== 'failure' && problem.kind !== 'not-fetched';
  return html`<div class="field ${isWrong ? 'wrong' : ''}">
    <label for="copy-pin">${messages.form.pin}</label>
    <p class="soft" id="copy-pin-hint">${texts.copy.pinHint}</p>
    <div class="row">
      <input
        id="copy-pin"
        class="pin ${pinShown ? '' : 'masked'}"
        part="pin"
        type="text"
        dir="ltr"
        inputmode="numeric"
        autocomplete="off"
        autocorrect="off"
        spellcheck="false"
        data-1p-ignore
        data-lpignore="true"
        aria-required="true"
        aria-describedby=${isWrong ? 'copy-problem copy-pin-hint' : 'copy-pin-hint'}
        aria-invalid=${isWrong ? 'true' : nothing}
      />
      <button type="button" part="pin-toggle" @click=${() => copy.togglePin()}>
        ${pinShown ? messages.form.hidePin : messages.form.showPin}
      </button>
    </div>
  </div>`;
}
