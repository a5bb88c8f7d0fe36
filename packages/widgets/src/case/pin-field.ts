// The field for the PIN.
//
// It is a text field whose characters are masked by CSS, not a password field: browsers offer to keep what stands in a
// password field, whatever `autocomplete` says, and nothing may be kept on a borrowed phone. It has no name, so that
// browsers keep no list of what was typed, and is not spell-checked, because some browsers send what they check to a
// server.

import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../locales/messages.ts';

export interface PinField {
  readonly id: string;
  readonly hint: string;
  readonly shown: boolean;
  /** Id of what says what is wrong with it, where something is. */
  readonly problemId: string | undefined;
  /** What is wrong, where that is said in the field. */
  readonly problem?: TemplateResult | undefined;
  toggle(): void;
  /** The field was left. */
  check?(): void;
  /** Something was typed. */
  recheck?(): void;
}

export function pinField(field: PinField, messages: Messages): TemplateResult {
  const { id, hint, shown, problemId, problem } = field;
  const hintId = `${id}-hint`;
  return html`<div class="field ${problemId === undefined ? '' : 'wrong'}">
    <label for=${id}>${messages.form.pin}</label>
    <p class="soft" id=${hintId}>${hint}</p>
    ${problem ?? nothing}
    <div class="row">
      <input
        id=${id}
        class="pin ${shown ? '' : 'masked'}"
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
        aria-describedby=${problemId === undefined ? hintId : `${problemId} ${hintId}`}
        aria-invalid=${problemId === undefined ? nothing : 'true'}
        @blur=${() => field.check?.()}
        @input=${() => field.recheck?.()}
      />
      <button type="button" part="pin-toggle" @click=${() => field.toggle()}>
        ${shown ? messages.form.hidePin : messages.form.showPin}
      </button>
    </div>
  </div>`;
}
