// What is said about the file that was chosen.

import { html, nothing, type TemplateResult } from 'lit';
import { failureText } from '../case/failure-text.ts';
import * as icons from '../case/icons.ts';
import { wordsOf } from '../case/reading.ts';
import type { Reading } from '../core/reading.ts';
import { isolate } from '../core/bidi.ts';
import { formatInstant } from '../core/dates.ts';
import type { DocumentCheckMessages } from '../locales/document-check/messages.ts';
import type { DocumentMessages } from '../locales/documents/messages.ts';
import { textFor } from '../locales/messages.ts';
import { verdictOf, type CheckState, type Confirmation, type Verdict } from './check-state.ts';

export interface AnswerReading extends Reading {
  readonly texts: DocumentCheckMessages;
  /** Names of kinds of documents; there once a file was chosen. */
  readonly kinds?: DocumentMessages['kinds'] | undefined;
}

type Answered = Extract<CheckState, { kind: 'answered' | 'failed' }>;

/** The sentence that says it all; also for those who hear the page. */
export function headlineOf(state: Answered, { texts }: AnswerReading): string {
  if (state.kind === 'failed') return texts.failed;
  return HEADLINES[verdictOf(state.confirmations)](texts);
}

const HEADLINES: Readonly<Record<Verdict, (texts: DocumentCheckMessages) => string>> = {
  confirmed: ({ confirmed }) => confirmed,
  taken_back: ({ takenBack }) => takenBack,
  unsure: ({ unsure }) => unsure,
  unknown: ({ unknown }) => unknown,
};

/** A file that is not known gets no warning colour: that says nothing against it. */
const LOOKS: Readonly<Record<Verdict | 'failed', { readonly look: string; readonly icon: TemplateResult }>> =
  {
    confirmed: { look: '', icon: icons.tickRing },
    taken_back: { look: 'attention', icon: icons.attention },
    unsure: { look: 'attention', icon: icons.attention },
    unknown: { look: 'neutral', icon: icons.dash },
    failed: { look: 'attention', icon: icons.attention },
  };

export function answer(state: Answered, retry: () => void, reading: AnswerReading): TemplateResult {
  const { look, icon } = LOOKS[state.kind === 'failed' ? 'failed' : verdictOf(state.confirmations)];
  return html`<div class="notice answer ${look}" part="answer">
    <h3 part="verdict" tabindex="-1">${icon}<span>${headlineOf(state, reading)}</span></h3>
    ${state.kind === 'failed' ? failed(state, retry, reading) : answered(state.confirmations, reading)}
    <dl>
      <dt>${reading.texts.file}</dt>
      <dd><bdi>${state.file.name}</bdi></dd>
      ${state.kind === 'answered' ? kindOf(state.confirmations, reading) : nothing}
    </dl>
  </div>`;
}

function answered(confirmations: readonly Confirmation[], reading: AnswerReading): TemplateResult {
  const { texts } = reading;
  switch (verdictOf(confirmations)) {
    case 'unknown':
      return html`<p>${texts.unknownMeans}</p>
        <p>${texts.unknownHelp}</p>`;
    case 'unsure':
      return html`<p>${texts.unsureMeans}</p>`;
    case 'taken_back':
      return html`${sentences(confirmations, reading)}
        <p>${texts.takenBackMeans}</p>`;
    case 'confirmed':
      return sentences(confirmations, reading);
  }
}

/** A sentence for each confirmation that can be relied on. */
function sentences(confirmations: readonly Confirmation[], reading: AnswerReading): TemplateResult {
  const fitting = confirmations.filter(({ signature }) => signature !== 'does_not_fit');
  return html`${fitting.map((confirmation) => html`<p>${sentence(confirmation, reading)}</p>`)}${
    fitting.some(({ signature }) => signature === 'fits')
      ? html`<p class="soft" part="signature">${reading.texts.signed}</p>`
      : nothing
  }`;
}

function sentence({ attestation }: Confirmation, reading: AnswerReading): string {
  const { texts, reader } = reading;
  const day = (at: string): string => isolate(formatInstant(at, 'minute', reader));
  const facts = {
    verifier: wordsOf(attestation.verifier, reading),
    authority: attestation.by === 'authority' ? undefined : wordsOf(attestation.authority, reading),
    when: day(attestation.issuedAt),
  };
  return attestation.revokedAt === undefined
    ? texts.confirmedBy(facts)
    : texts.takenBackOn({ ...facts, until: day(attestation.revokedAt) });
}

function kindOf(
  confirmations: readonly Confirmation[],
  { texts, kinds }: AnswerReading,
): TemplateResult | typeof nothing {
  const found = confirmations.find(({ signature }) => signature !== 'does_not_fit');
  if (!found || !kinds) return nothing;
  const { kind } = found.attestation;
  // Who asks is not the person that it shows.
  return html`<dt>${texts.kind}</dt>
    <dd>${kind === 'photo' ? texts.portrait : textFor(kinds, kind)}</dd>`;
}

function failed(
  { failure }: Extract<CheckState, { kind: 'failed' }>,
  retry: () => void,
  reading: AnswerReading,
): TemplateResult {
  const { texts } = reading;
  if (failure.kind === 'file') return html`<p>${texts.fileGone}</p>`;
  return html`<p>${failureText(failure, reading)}</p>
    <button type="button" part="retry-button" @click=${retry}>${texts.tryAgain}</button>`;
}
