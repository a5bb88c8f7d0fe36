// On a slow network every file that has to wait for another is a second more: what an element starts with is asked for
// side by side. Looks at the last build.

import { messages as en } from '../../src/locales/en.ts';
import { messages as id } from '../../src/locales/id.ts';
import { assertEqual, until } from './assert.ts';

interface Waiting {
  /** Names of the bundle's files that have come, without their hashes, each as often as it was asked for. */
  came(): readonly string[];
  text(): string;
  close(): void;
}

/** A partner's page with a tracker, and a file of the bundle that does not come before it is let go. */
async function openWaitingPage(file: string, lang: string): Promise<Waiting> {
  const frame = document.createElement('iframe');
  frame.src = `/partner-page/?holding=${file}&lang=${lang}`;
  document.body.append(frame);
  const window = await until(
    () => frame.contentDocument?.querySelector('lintas-status-tracker') && frame.contentWindow,
  );
  return {
    came: () =>
      window.performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.includes('/holding/'))
        .map(({ name }) => name.replace(/.*\//, '').replace(/(-[\w-]{8})?\.js$/, '')),
    text: () => window.document.querySelector('lintas-status-tracker')?.shadowRoot?.textContent ?? '',
    close: () => frame.remove(),
  };
}

describe('a page that waits for a file', () => {
  let page: Waiting;
  afterEach(async () => {
    await fetch('/partner-page/let-go');
    page.close();
  });

  for (const [lang, file, messages] of [
    ['en', 'locales-en', en],
    ['id', 'locales-id', id],
    // There are no texts in Arabic.
    ['ar', 'locales-en', en],
  ] as const) {
    it(`has what an element imports, and its texts, before the element (${lang}); each once, and no other`, async () => {
      page = await openWaitingPage('status-tracker', lang);
      const wanted = ['case-entry.styles', 'case-shared-case', 'core', 'lintas', file, 'quick-exit', 'sheet'];
      await until(() => wanted.every((each) => page.came().includes(each)));
      assertEqual(page.text(), '', 'what is shown before the code has come');
      await fetch('/partner-page/let-go');
      await until(() => page.text().includes(messages.form.title));
      assertEqual(page.came().toSorted(), [...wanted, 'status-tracker'].toSorted());
    });
  }

  it('has the element and its texts before what all of them start with', async () => {
    page = await openWaitingPage('core', 'en');
    await until(() => ['status-tracker', 'locales-en'].every((each) => page.came().includes(each)));
    assertEqual(page.came().includes('core'), false);
  });
});
