// The way of a case in five steps. An ordered list under a heading, every step labelled and its state said in
// words: an unlabelled or nameless picture is skipped by VoiceOver.

import { isKnown } from '@lintas/contract/core';
import { PHASES, type CaseView } from '@lintas/contract/status';
import { html, nothing, type TemplateResult } from 'lit';
import { textFor } from '../locales/messages.ts';
import * as icons from '../case/icons.ts';
import type { Reading } from '../core/reading.ts';

type StepState = 'done' | 'now' | 'stopped' | 'next' | 'unknown';

/** @param refused the person has read that it was refused: there is no document to come */
export function phaseSteps(view: CaseView, refused: boolean, { messages }: Reading): TemplateResult {
  const words: Record<StepState, string> = {
    done: messages.phase.done,
    now: messages.phase.current,
    stopped: messages.phase.stopped,
    next: messages.phase.ahead,
    unknown: '',
  };
  return html`<section class="journey" part="steps">
    <h3>${messages.phase.title}</h3>
    <ol class="way" role="list">
      ${PHASES.map((phase, index) => {
        const state = refused && index === PHASES.length - 1 ? 'unknown' : stepState(view, index);
        return html`<li class="station ${state}" aria-current=${state === 'now' ? 'step' : nothing}>
          <span class="stop">${state === 'done' ? icons.tick : nothing}</span>
          <span>
            <strong>${messages.phases[phase]}</strong>
            ${words[state] ? html`<span class="when">${words[state]}</span>` : nothing}
          </span>
        </li>`;
      })}
    </ol>
    ${isKnown(PHASES, view.phase) ? nothing : html`<p>${textFor(messages.phases, view.phase)}</p>`}
  </section>`;
}

function stepState({ phase, status }: CaseView, index: number): StepState {
  const reached = PHASES.findIndex((known) => known === phase);
  if (reached < 0) return 'unknown';
  if (index > reached) return 'next';
  if (index < reached || status === 'completed') return 'done';
  return status === 'withdrawn' || status === 'expired' ? 'stopped' : 'now';
}
