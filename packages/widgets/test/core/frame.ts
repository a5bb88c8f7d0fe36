// Pages of their own for tests: in a frame, or in a window.

import { sendKeys } from '@web/test-runner-commands';
import { until } from './assert.ts';

export interface Page {
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  /** What the page's policy blocked or reported. */
  readonly violations: readonly unknown[];
  close(): void;
}

/** Opens one of `pages/` in a frame. */
export async function openFrame(path: string): Promise<Page> {
  const violations: unknown[] = [];
  const frame = document.createElement('iframe');
  const onMessage = ({ source, data }: MessageEvent): void => {
    if (source === frame.contentWindow) violations.push(data);
  };
  addEventListener('message', onMessage);
  frame.src = pageAddress(path);
  document.body.append(frame);
  const window = await loadedWindow(() => frame.contentDocument, path);
  return {
    window,
    document: window.document,
    violations,
    close() {
      removeEventListener('message', onMessage);
      frame.remove();
    },
  };
}

/** Opens a page in a window of its own. */
export async function openWindow(path: string): Promise<Omit<Page, 'violations'>> {
  // Browsers open windows only for somebody who presses a key.
  const button = document.createElement('button');
  let opened: Window | null = null;
  button.onclick = () => (opened = open(pageAddress(path)));
  document.body.append(button);
  globalThis.focus();
  button.focus();
  await sendKeys({ press: 'Enter' });
  const page = await until((): Window | null => opened);
  button.remove();
  const window = await loadedWindow(() => page.document, path);
  return { window, document: window.document, close: () => page.close() };
}

export function pageAddress(path: string): string {
  return new URL(`pages/${path}`, import.meta.url).href;
}

async function loadedWindow(find: () => Document | null, path: string): Promise<Window & typeof globalThis> {
  const page = await until(() => {
    const found = find();
    return found?.URL === pageAddress(path) && found.readyState === 'complete' && found;
  });
  return until(() => page.defaultView);
}
