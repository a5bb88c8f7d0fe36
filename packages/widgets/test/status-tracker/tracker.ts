// A tracker on the test's page, used as a person uses it.

import '../../src/status-tracker/define.ts';
import type { LintasStatusTracker } from '../../src/status-tracker/status-tracker.ts';
import { until } from '../core/assert.ts';
import { createCase, findApi } from '../../../tooling/src/browser-tests/api.ts';

/** A widget with the form. */
export interface Entered {
  readonly root: ShadowRoot;
}

export interface Shown extends Entered {
  readonly element: LintasStatusTracker;
}

/** Puts a tracker on the page. */
export async function showTracker(lang = 'en', into: Element = document.body): Promise<Shown> {
  const { url, key } = await findApi();
  const element = document.createElement('lintas-status-tracker');
  element.lang = lang;
  element.setAttribute('api', url);
  element.setAttribute('key', key);
  into.append(element);
  await until(() => element.shadowRoot?.querySelector('form'));
  return { element, root: await until(() => element.shadowRoot) };
}

/** An element of the tracker; waits until it is there. */
export function find<Found extends HTMLElement = HTMLElement>(
  { root }: Entered,
  selector: string,
): Promise<Found> {
  return until(() => root.querySelector<Found>(selector));
}

/** Types into a field, as far as scripts can tell. */
export function fill({ root }: Entered, id: 'reference' | 'pin', value: string): void {
  const field = root.querySelector<HTMLInputElement>(`#${id}`);
  if (!field) throw new Error(`There is no field ${id}.`);
  field.focus();
  field.value = value;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** Presses the button that opens the case. */
export function submit({ root }: Entered): void {
  root.querySelector<HTMLButtonElement>('[part=open-button]')?.click();
}

export async function open(
  shown: Entered,
  { reference, pin }: { readonly reference: string; readonly pin: string },
): Promise<void> {
  fill(shown, 'reference', reference);
  fill(shown, 'pin', pin);
  submit(shown);
  await find(shown, '.case');
}

/** A tracker with a new case open. */
export async function showCase(lang?: string, into?: Element) {
  const created = await createCase();
  const shown = await showTracker(lang, into);
  await open(shown, created);
  return { ...shown, created };
}

/** What a person can read in the tracker, or in a part of it. */
export function textOf({ root }: Shown, part?: string): string {
  const element = part === undefined ? root.querySelector('.root') : root.querySelector(`[part~=${part}]`);
  return visibleText(element);
}

/** Like `textContent`, with spaces as they are seen and without the marks that only order the text. */
function visibleText(element: Element | null): string {
  return (element?.textContent ?? '')
    .replaceAll(/[\u2066-\u2069]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
