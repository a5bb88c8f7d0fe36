// A frame on the test page: of the API's own origin, or of the test's, which can be looked into.

import '../../src/frame/define.ts';
import type { LintasFrame } from '../../src/frame/frame.ts';
import { until } from '../core/assert.ts';
import { findApi } from '../../../tooling/src/browser-tests/api.ts';

/** An element in a template, with its attributes. */
export type Inside = readonly [tag: string, attributes?: Readonly<Record<string, string>>];

/** @param inside what stands in its template */
export async function showFrame(inside: readonly Inside[], api?: string): Promise<LintasFrame> {
  const { url, key } = await findApi();
  const frame = document.createElement('lintas-frame');
  frame.setAttribute('api', api ?? url);
  frame.setAttribute('key', key);
  const template = document.createElement('template');
  template.content.append(...inside.map(makeElement));
  frame.append(template);
  document.body.append(frame);
  await until(() => partOf(frame, 'open-button'));
  return frame;
}

function makeElement([tag, attributes = {}]: Inside): Element {
  const element = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  return element;
}

/** Where the test server has the page of a frame. */
export const OWN_ORIGIN = `${location.origin}/partner-page/api`;

export function partOf(frame: LintasFrame, part: string): HTMLElement | undefined {
  return frame.shadowRoot?.querySelector<HTMLElement>(`[part~=${part}]`) ?? undefined;
}

export async function press(frame: LintasFrame, part: string): Promise<void> {
  (await until(() => partOf(frame, part))).click();
}

export function frameOf(frame: LintasFrame): HTMLIFrameElement | undefined {
  return frame.shadowRoot?.querySelector('iframe') ?? undefined;
}

/** Opens a frame of the test's own origin; answers its document once the elements are there. */
export async function openOwn(inside: readonly Inside[]): Promise<{ frame: LintasFrame; page: Document }> {
  const frame = await showFrame(inside, OWN_ORIGIN);
  await press(frame, 'open-button');
  await until(() => partOf(frame, 'sheet')?.classList.contains('open'));
  return { frame, page: await until(() => frameOf(frame)?.contentDocument) };
}
