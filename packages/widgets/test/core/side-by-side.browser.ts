// On a slow network every file that has to wait for another is a second more: what an element starts with is asked for
// side by side. Looks at the last build.

import { messages as ar } from '../../src/locales/ar.ts';
import { messages as en } from '../../src/locales/en.ts';
import { messages as id } from '../../src/locales/id.ts';
import { assert, assertEqual, until } from './assert.ts';

interface Waiting {
  /** Names of the bundle's files that have come, without their hashes, each as often as it was asked for. */
  came(): readonly string[];
  text(): string;
  /** Whether the tracker has become one. */
  isDefined(): boolean;
  /** Resolves in the frame after that. */
  shown(): Promise<void>;
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
    isDefined: () => window.customElements.get('lintas-status-tracker') !== undefined,
    async shown() {
      await window.customElements.whenDefined('lintas-status-tracker');
      await new Promise((resolve) => window.requestAnimationFrame(resolve));
    },
    close: () => frame.remove(),
  };
}

describe('a page that waits for a file', () => {
  let page: Waiting;
  afterEach(async () => {
    await fetch('/partner-page/let-go');
    page.close();
  });

  for (const [lang, files, messages] of [
    ['en', ['locales-en'], en],
    ['id', ['locales-id'], id],
    // Nobody has checked the Arabic texts: English stands beside them.
    ['ar', ['locales-ar', 'locales-en'], ar],
    // There are no texts in Pashto.
    ['ps', ['locales-en'], en],
  ] as const) {
    it(`has what an element imports, and its texts, before the element (${lang}); each once, and no other`, async () => {
      page = await openWaitingPage('status-tracker', lang);
      const wanted = [
        'case-entry.styles',
        'case-shared-case',
        'core',
        'lintas',
        ...files,
        'quick-exit',
        'sheet',
      ];
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

  it('has no element without texts, so that room which the page keeps for it is not lost for a moment', async () => {
    page = await openWaitingPage('locales-en', 'en');
    await until(() => page.came().includes('status-tracker'));
    await new Promise((resolve) => setTimeout(resolve, 200));
    assertEqual(page.isDefined(), false);
    await fetch('/partner-page/let-go');
    await page.shown();
    assert(page.text().includes(en.form.title), 'It was there before its texts.');
  });
});
