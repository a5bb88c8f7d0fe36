// Which code shows a question of which kind.

import { isScale, type QuestionKind } from '@lintas/contract/surveys';
import { html, type TemplateResult } from 'lit';
import { registeredQuestion, type QuestionEntry, type QuestionRenderer } from '../registry.ts';
import { consent, multi, scale, single } from './choices.ts';
import { date, number, text } from './fields.ts';
import { matrix } from './matrix.ts';

/** What this version shows by itself. */
const BUILT_IN: ReadonlyMap<string, QuestionRenderer> = new Map<QuestionKind, QuestionRenderer>([
  ['scale4', scale],
  ['scale5', scale],
  ['scale6', scale],
  ['nps', scale],
  ['csat', scale],
  ['ces', scale],
  ['single', single],
  ['multi', multi],
  ['text', text],
  ['number', number],
  ['date', date],
  ['matrix', matrix],
  ['consent', consent],
  // Its words are all that it has.
  ['info', () => html``],
]);

/** What shows a kind: the page's own code first. `undefined` for a kind that only a newer version knows. */
export function rendererOf(kind: string): QuestionRenderer | undefined {
  return registeredQuestion(kind) ?? BUILT_IN.get(kind);
}

/** Whether this version knows the kind by itself, and with it what an answer is. */
export function isBuiltIn(kind: string): boolean {
  return BUILT_IN.has(kind);
}

/** Whether one field is all there is to answer with, so that the question is its label and needs no group. */
export function isOneField({ kind, mayDecline }: QuestionEntry['question']): boolean {
  return (kind === 'text' || kind === 'number') && mayDecline !== true;
}

export function unknownKind({ reading }: QuestionEntry): TemplateResult {
  return html`<p class="notice">${reading.texts.unknownKind}</p>`;
}

/** Whether answers are native radios of one group, which a second press does not take back. */
export function isRadios(kind: string): boolean {
  return kind === 'single' || isScale(kind);
}
