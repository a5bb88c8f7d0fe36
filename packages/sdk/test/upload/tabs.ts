// Tabs of a browser, as frames: each has its own page with a queue of uploads.

import { until } from '../support/until.ts';
import type { Entry, UploadPage } from './page/page.ts';

export interface Tab extends UploadPage {
  readonly frame: HTMLIFrameElement;
}

const frames: HTMLIFrameElement[] = [];

export async function openTab(entry: Entry, remember = false): Promise<Tab> {
  const frame = document.createElement('iframe');
  frame.src = new URL('./page/index.html', import.meta.url).href;
  document.body.append(frame);
  frames.push(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  return openIn(frame, entry, remember);
}

async function openIn(frame: HTMLIFrameElement, entry: Entry, remember: boolean): Promise<Tab> {
  await until(() => frame.contentWindow?.openPage !== undefined);
  const page = await frame.contentWindow?.openPage?.(entry, remember);
  if (!page) throw new Error('The frame has no page.');
  return { ...page, frame };
}

/** Reloads the page of a tab. Nothing goes on in it until it is opened again. */
export async function reload({ frame }: Tab): Promise<void> {
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.contentWindow?.location.reload();
  await loaded;
}

export function openAgain({ frame }: Tab, entry: Entry, remember: boolean): Promise<Tab> {
  return openIn(frame, entry, remember);
}

export function closeTabs(): void {
  for (const frame of frames.splice(0)) frame.remove();
}
