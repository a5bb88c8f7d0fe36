// What people do on any page: wait until they see something, click it, type, give a file; and what they leave behind.

import { setTimeout as sleep } from 'node:timers/promises';
import type { DemoCase } from '@lintas/server';
import type { Inside } from './hands.ts';
import { standsStill, type Point } from './stand-still.ts';

const PATIENCE_MS = 30_000;

/** Where a page could leave something, with the moment it was loaded. */
export const LEFT_BEHIND = `JSON.stringify([
  performance.timeOrigin, location.href, history.length, document.title, document.cookie,
  { ...localStorage }, { ...sessionStorage },
])`;

/** Opens a case on the partner's page, in English; answers what was left behind just before. */
export async function openCase(page: Inside, ofPerson: DemoCase): Promise<string> {
  await click(page, `document.querySelector('[data-language=en]')`);
  return openTracked(page, ofPerson);
}

/** Opens a case in the tracker that is there; answers what was left behind just before. */
export async function openTracked(page: Inside, { reference, pin }: DemoCase): Promise<string> {
  await click(page, inTracker('[part=reference]'));
  await page.type(reference);
  await click(page, inTracker('[part=pin]'));
  await page.type(pin);
  const before = await page.look<string>(LEFT_BEHIND);
  await click(page, inTracker('[part=open-button]'));
  return before;
}

export function inTracker(selector: string): string {
  return inElement('lintas-status-tracker', selector);
}

/** An expression for a part of a widget, or nothing. */
export function inElement(name: string, selector: string): string {
  return `document.querySelector('${name}')?.shadowRoot?.querySelector('${selector}')`;
}

/** What can be read in a part, or nothing. */
export function wordsOf(element: string): string {
  return `${element}?.textContent.replaceAll(/[\\u2066-\\u2069]/g, '').replaceAll(/\\s+/g, ' ').trim()`;
}

/** Clicks into the middle of what the expression finds, once it is there and stands still. */
export async function click(window: Inside, element: string): Promise<void> {
  await until(window, element);
  const middle = `((element) => {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  })(${element})`;
  const [x, y] = await standsStill(() => window.look<Point>(middle));
  await window.clickAt(x, y);
}

/** Waits until the expression is there and true. */
export async function until(window: Inside, expression: string): Promise<void> {
  if (!(await sees(window, expression, PATIENCE_MS))) throw new Error(`Nobody ever sees ${expression}`);
}

/** Looks until the expression is there and true; while another page is coming, there is nothing to see. */
export async function sees(window: Inside, expression: string, patienceMs: number): Promise<boolean> {
  const deadline = performance.now() + patienceMs;
  while (!(await window.look<boolean>(`Boolean(${expression})`).catch(() => false))) {
    if (performance.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}
