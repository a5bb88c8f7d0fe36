// The form of a widget as plain HTML: what a browser needs for the same content when no script has to run for it.

import type { Browser } from 'puppeteer-core';

/** @returns `<plain-form>` with what the element shows at that address, in a shadow tree that the parser makes */
export async function plainFormOf(browser: Browser, url: string, element: string): Promise<string> {
  const page = await browser.newPage();
  await page.goto(url);
  // Without `visible`, a selector is not tried again when only a shadow tree changes.
  await page.waitForSelector(`${element} >>> #reference`, { visible: true });
  const content = String(await page.evaluate(contentOf(element)));
  await page.close();
  return `<plain-form><template shadowrootmode="open">${content}</template></plain-form>`;
}

const contentOf = (element: string): string => `{
  const { adoptedStyleSheets, innerHTML } = document.querySelector('${element}').shadowRoot;
  const rules = adoptedStyleSheets.flatMap(({ cssRules }) => Array.from(cssRules, ({ cssText }) => cssText));
  '<style>' + rules.join('') + '</style>' + innerHTML;
}`;
