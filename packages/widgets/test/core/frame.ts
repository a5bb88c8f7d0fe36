// Pages of their own for tests: in a frame, or in a window.

import { until } from './assert.ts';

export interface Page {
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  /** What the page's policy blocked or reported. */
  readonly violations: readonly unknown[];
  close(): void;
}

/**
 * Opens a page in a frame.
 *
 * @param path path in `packages/widgets/test/core/pages/`
 * @param sandbox keeps the page from leading the whole test away
 */
export async function openFrame(path: string, sandbox = false): Promise<Page> {
  const violations: unknown[] = [];
  const frame = document.createElement('iframe');
  const onMessage = ({ source, data }: MessageEvent): void => {
    if (source === frame.contentWindow) violations.push(data);
  };
  addEventListener('message', onMessage);
  if (sandbox) frame.sandbox.add('allow-scripts', 'allow-same-origin');
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

/** Opens a page in a window, where it is its own top. `document` is the one that was opened. */
export async function openWindow(path: string): Promise<Omit<Page, 'violations'>> {
  const opened = open(pageAddress(path));
  if (!opened) throw new Error('The browser did not open a window.');
  const window = await loadedWindow(() => opened.document, path);
  return { window, document: window.document, close: () => opened.close() };
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
