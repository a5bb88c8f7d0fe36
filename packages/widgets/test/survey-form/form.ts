// A survey form on the test's page, used as a person uses it.

import '../../src/survey-form/define.ts';
import type { LintasSurveyForm } from '../../src/survey-form/survey-form.ts';
import { until } from '../core/assert.ts';
import { call, findApi } from '../../../tooling/src/browser-tests/api.ts';

/** The demonstration's SKM. */
export const SKM = '0199a000-0000-7000-8000-000000000001';
/** The demonstration's questionnaire after a case. */
export const POST_CASE = '0199a000-0000-7000-8000-000000000002';

export interface ShownForm {
  readonly element: LintasSurveyForm;
  readonly root: ShadowRoot;
}

/** Puts a form on the page, with its invitation. */
export async function showForm(
  attributes: Readonly<Record<string, string>> = {},
  into: Element = document.body,
): Promise<ShownForm> {
  const { url, key } = await findApi();
  const element = document.createElement('lintas-survey-form');
  for (const [name, value] of Object.entries({ api: url, key, lang: 'en', survey: SKM, ...attributes })) {
    element.setAttribute(name, value);
  }
  into.append(element);
  await until(() => element.shadowRoot?.querySelector('[part=start-button]'));
  return { element, root: await until(() => element.shadowRoot) };
}

/** A form with its first screen. */
export async function begin(
  attributes?: Readonly<Record<string, string>>,
  into?: Element,
): Promise<ShownForm> {
  const form = await showForm(attributes, into);
  press(form, 'start-button');
  await find(form, '[part=form]');
  return form;
}

export function find<Found extends HTMLElement = HTMLElement>(
  { root }: ShownForm,
  selector: string,
): Promise<Found> {
  return until(() => root.querySelector<Found>(selector));
}

export function press({ root }: ShownForm, part: string): void {
  const button = root.querySelector<HTMLElement>(`[part~=${part}]`);
  if (!button) throw new Error(`There is no ${part}.`);
  button.click();
}

/** The question with these words. */
export function findQuestion({ root }: ShownForm, words: string): HTMLElement {
  const found = [...root.querySelectorAll<HTMLElement>('[part=question]')].find((question) =>
    question.querySelector('.words')?.textContent?.includes(words),
  );
  if (!found) throw new Error(`There is no question "${words}".`);
  return found;
}

/** Chooses an answer by its words. */
export function choose(question: Element, words: string): void {
  const option = [...question.querySelectorAll('label')].find(
    (label) => wordsIn(label) === words || wordsIn(label).startsWith(`${words} `),
  );
  if (!option) throw new Error(`"${words}" is not offered in: ${wordsIn(question)}`);
  option.querySelector('input')?.click();
}

/** Types into the field of a question, as far as scripts can tell. */
export function type(field: Element | null | undefined, value: string): void {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement))
    throw new Error('No field.');
  field.focus();
  field.value = value;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** Chooses the first answer of every question on the screen. */
export function answerAll({ root }: ShownForm): void {
  for (const group of root.querySelectorAll('fieldset'))
    group.querySelector<HTMLInputElement>('input')?.click();
}

/** Answers SKM to the review, with words that tell this answer from all others. */
export async function fillSkm(form: ShownForm, mark: string): Promise<void> {
  answerAll(form);
  press(form, 'next-button');
  await until(() => form.root.querySelector('[part=back-button]'));
  answerAll(form);
  press(form, 'next-button');
  type(await find(form, 'textarea'), mark);
  press(form, 'next-button');
  await find(form, '[part=review]');
}

/** How often an answer was taken, as its owner sees it. */
export async function taken(mark: string): Promise<number> {
  const { body } = await call<string>('GET', `/v1/surveys/${SKM}/responses.ndjson?part=texts`);
  return body.split(mark).length - 1;
}

let marks = 0;
export const newMark = (): string => `form mark ${Date.now()} ${(marks += 1)}.`;

/** Nothing of earlier tests is left on this device. */
export async function clearDevice(): Promise<void> {
  await new Promise<void>((resolve) => {
    const request = indexedDB.deleteDatabase('lintas-surveys');
    request.onsuccess = () => resolve();
    request.onerror = () => resolve();
  });
}

/** What a person can read. */
export function wordsIn(element: Element | null | undefined): string {
  return (element?.textContent ?? '')
    .replaceAll(/[\u2066-\u2069]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
