// The form that a case is opened with. What browsers may not keep or send of its fields, pin-field.ts says.

import { PIN_LENGTH } from '@lintas/contract/status';
import { html, nothing, type TemplateResult } from 'lit';
import { isolate } from '../core/bidi.ts';
import type { Messages } from '../locales/messages.ts';
import { splitAtSlip, type EntryProblems, type ReferenceProblem } from './entry-check.ts';
import { isWaiting, type Failure } from './failure.ts';
import { failureText } from './failure-text.ts';
import * as icons from './icons.ts';
import { pinField, type PinField } from './pin-field.ts';
import type { Reading } from '../core/reading.ts';

const NON_BREAKING_HYPHEN = '\u2011';

/** What the form shows beside its fields, whose values stay in the fields. */
export interface EntryState extends EntryProblems {
  /** References have another format than our own, and this form does not know how they look. */
  readonly foreign: boolean;
  /** The reference as it was when it was checked, to point at a slip. */
  readonly typed: string;
  /** The person tried to send: what is wrong is listed on top. */
  readonly listed: boolean;
  readonly pinShown: boolean;
  readonly opening: boolean;
  readonly failure?: Failure | undefined;
}

export type FieldId = 'reference' | 'pin';

export interface EntryActions {
  submit(event: Event): void;
  checkReference(): void;
  checkPin(): void;
  /** Takes back what is said to be wrong once it is right. */
  recheck(): void;
  useSuggestion(suggestion: string): void;
  keepReference(): void;
  togglePin(): void;
  focusField(id: FieldId): void;
  /** The form has the focus. */
  enter(): void;
  /** A finger or a mouse button went down. */
  press(): void;
}

/** @param title heads the form */
export function entryForm(
  state: EntryState,
  actions: EntryActions,
  reading: Reading,
  title: string = reading.messages.form.title,
): TemplateResult {
  const { messages } = reading;
  const texts = messages.form;
  const waiting = state.failure !== undefined && isWaiting(state.failure, reading.now);
  return html`<div class="entry">
    <div>
      <h2 part="heading" tabindex="-1">${title}</h2>
      <p class="lead">${texts.intro}</p>
      <form
        part="form"
        novalidate
        autocomplete="off"
        @submit=${actions.submit}
        @focusin=${actions.enter}
        @pointerdown=${actions.press}
      >
        ${summary(state, actions, reading)} ${referenceField(state, actions, messages)}
        ${pinField(pinOf(state, actions, messages), messages)}
        <button
          class="primary"
          part="open-button"
          type="submit"
          aria-disabled=${state.opening || waiting ? 'true' : nothing}
        >
          ${state.opening ? texts.opening : texts.open}
        </button>
      </form>
    </div>
    <ul class="promises" role="list">
      <li>${icons.tick}<span>${texts.free}</span></li>
      <li>${icons.tick}<span>${texts.notStored}</span></li>
    </ul>
    <slot name="help"></slot>
  </div>`;
}

function summary(
  state: EntryState,
  actions: EntryActions,
  reading: Reading,
): TemplateResult | typeof nothing {
  const { messages } = reading;
  if (!state.listed && !state.failure) return nothing;
  const isMistyped = state.reference !== undefined || state.pin !== undefined;
  // What came of an earlier try says nothing about what stands in the fields now; only a wait goes on.
  const failure =
    isMistyped && state.failure && !isWaiting(state.failure, reading.now) ? undefined : state.failure;
  if (!failure && !isMistyped) return nothing;
  const entry = (id: FieldId, text: string): TemplateResult =>
    html`<li><button class="link" type="button" @click=${() => actions.focusField(id)}>${text}</button></li>`;
  return html`<div
    class="notice error summary"
    part="error-summary"
    tabindex="-1"
    role="group"
    aria-labelledby="wrong"
  >
    <h3 id="wrong">${messages.errors.title}</h3>
    <ul role="list">
      ${failure ? html`<li>${failureText(failure, reading)}</li>` : nothing}
      ${state.reference ? entry('reference', referenceText(state.reference, messages)) : nothing}
      ${state.pin ? entry('pin', pinText(state.pin, messages)) : nothing}
    </ul>
  </div>`;
}

function referenceField(state: EntryState, actions: EntryActions, messages: Messages): TemplateResult {
  const problem = state.reference;
  return html`<div class="field ${problem ? 'wrong' : ''}">
    <label for="reference">${messages.form.reference}</label>
    ${state.foreign ? nothing : html`<p class="soft" id="reference-hint">${messages.form.referenceHint}</p>`}
    ${problem ? referenceHelp(problem, state, actions, messages) : nothing}
    <input
      id="reference"
      class=${state.foreign ? 'foreign' : ''}
      part="reference"
      type="text"
      dir=${state.foreign ? 'auto' : 'ltr'}
      autocomplete="off"
      autocapitalize=${state.foreign ? 'off' : 'characters'}
      autocorrect="off"
      spellcheck="false"
      data-1p-ignore
      data-lpignore="true"
      aria-required="true"
      aria-describedby=${problem ? 'reference-problem reference-hint' : 'reference-hint'}
      aria-invalid=${problem ? 'true' : nothing}
      @blur=${actions.checkReference}
      @input=${actions.recheck}
    />
  </div>`;
}

function referenceHelp(
  problem: ReferenceProblem,
  { typed, foreign }: EntryState,
  actions: EntryActions,
  messages: Messages,
): TemplateResult {
  const { position, suggestion } = problem.kind === 'mistyped' ? problem : {};
  const [before, slip, after] = splitAtSlip(typed, position ?? 0);
  return html`<p class="problem" id="reference-problem">${referenceText(problem, messages)}</p>
    ${
      position === undefined
        ? nothing
        : html`<p class="slip" aria-hidden="true">
            <bdi dir=${foreign ? 'auto' : 'ltr'}>${before}<mark>${slip}</mark>${after}</bdi>
          </p>`
    }
    ${
      suggestion === undefined
        ? nothing
        : html`<div class="notice" part="suggestion">
            <p>${messages.form.didYouMean(isolate(suggestion.replaceAll('-', NON_BREAKING_HYPHEN)))}</p>
            <div class="row">
              <button type="button" @click=${() => actions.useSuggestion(suggestion)}>
                ${messages.form.useSuggestion}
              </button>
              <button type="button" class="link" @click=${actions.keepReference}>
                ${messages.form.keepMine}
              </button>
            </div>
          </div>`
    }`;
}

/** What is wrong with a field, in words. */
export function problemText(field: FieldId, state: EntryProblems, { messages }: Reading): string | undefined {
  if (field === 'reference') return state.reference && referenceText(state.reference, messages);
  return state.pin && pinText(state.pin, messages);
}

function referenceText(problem: ReferenceProblem, { errors }: Messages): string {
  switch (problem.kind) {
    case 'empty':
      return errors.referenceMissing;
    case 'length':
      return errors.referenceLength(problem.typed, problem.expected);
    case 'mistyped':
      return problem.position === undefined
        ? errors.referenceUnclear
        : errors.referenceMistyped(problem.position + 1);
  }
}

function pinText(problem: 'missing' | 'length', { errors }: Messages): string {
  return problem === 'missing' ? errors.pinMissing : errors.pinLength(PIN_LENGTH);
}

function pinOf(state: EntryState, actions: EntryActions, messages: Messages): PinField {
  const problem = state.pin;
  return {
    id: 'pin',
    hint: messages.form.pinHint,
    shown: state.pinShown,
    problemId: problem && 'pin-problem',
    problem: problem && html`<p class="problem" id="pin-problem">${pinText(problem, messages)}</p>`,
    toggle: actions.togglePin,
    check: actions.checkPin,
    recheck: actions.recheck,
  };
}
