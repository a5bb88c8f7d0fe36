// Tabs of a browser, as frames: each has its own page with a queue of uploads. And what they send.

import type { Upload } from '@lintas/sdk/upload';
import { createCase, findApi, resetNetwork } from '../../../tooling/src/browser-tests/api.ts';
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

/** Without tabs, without anything on the device, and with a network that is well. */
export async function beginAnew(): Promise<void> {
  await resetNetwork();
  closeTabs();
  indexedDB.deleteDatabase('lintas-uploads');
}

function closeTabs(): void {
  for (const frame of frames.splice(0)) frame.remove();
}

/** A case that nobody has opened yet. */
export async function newEntry(): Promise<Entry> {
  const [{ url, key }, { reference, pin }] = await Promise.all([findApi(), createCase()]);
  return { url, key, reference, pin };
}

/** Bytes of a file that is announced before it is sent. */
export const SIZE = 3_000_000;

/** Bytes that nobody else sends. */
export function makeBytes(size: number): ArrayBuffer {
  const bytes = new Uint8Array(size);
  for (let start = 0; start < size; start += 65_536)
    crypto.getRandomValues(bytes.subarray(start, start + 65_536));
  return bytes.buffer;
}

export function isSent(upload: Upload): boolean {
  if (upload.state === 'failed') throw new Error(`It failed: ${upload.error?.code}`);
  return upload.state === 'sent';
}

/** Does something at the moment when the tab begins to keep a file. Resolves when its storage was opened. */
export function asItIsKept({ frame }: Tab, act: () => void): Promise<unknown> {
  // Not on the storage object itself: a browser may let go of it, and make a new one that knows nothing of this.
  const storage = frame.contentDocument?.defaultView?.IDBFactory.prototype;
  if (!storage) throw new Error('Nothing can be kept.');
  const { open } = storage;
  return new Promise((resolve) => {
    storage.open = function (...given) {
      storage.open = open;
      act();
      const request = open.apply(this, given);
      for (const end of ['success', 'error']) request.addEventListener(end, resolve);
      return request;
    };
  });
}
