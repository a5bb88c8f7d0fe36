// Tells when a text on a page has changed, by the clock of the browser itself.

import type { Page } from 'puppeteer-core';

export interface TextOnPage {
  /** Expression, in the page, for the document or shadow root that holds the text. */
  readonly root: string;
  /** Selector of the text in there. */
  readonly text: string;
}

export interface ScreenWatch {
  /** Resolves to when the text has changed, in milliseconds of Unix time. One at a time. */
  next(): Promise<number>;
}

const PATIENCE_MS = 15_000;

export async function watchScreen(page: Page, { root, text }: TextOnPage): Promise<ScreenWatch> {
  let deliver: ((shownAt: number) => void) | undefined;
  await page.exposeFunction('reportShown', (shownAt: number) => deliver?.(shownAt));
  await page.evaluate(`{
    const root = ${root};
    const read = () => root.querySelector('${text}')?.textContent;
    let shown = read();
    new MutationObserver(() => {
      const present = read();
      if (present === shown) return;
      shown = present;
      reportShown(Date.now());
    }).observe(root, { subtree: true, childList: true, characterData: true });
  }`);
  return {
    next: () =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('A change did not reach the screen.')), PATIENCE_MS);
        deliver = (shownAt) => {
          clearTimeout(timer);
          resolve(shownAt);
        };
      }),
  };
}
