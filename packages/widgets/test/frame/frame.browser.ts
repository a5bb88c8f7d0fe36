// A page with a frame of the API's own origin: what is fetched and when, what the page cannot reach, what people hear when
// it does not open, and how they leave.

import { messages as widgets } from '../../src/locales/en.ts';
import { messages as en } from '../../src/locales/frame/en.ts';
import { messages as fa } from '../../src/locales/frame/fa.ts';
import { assert, assertEqual, until } from '../core/assert.ts';
import { assertAccessible } from '../core/axe.ts';
import { answerInstead, findApi, resetNetwork } from '../../../tooling/src/browser-tests/api.ts';
import { frameOf, partOf, press, showFrame, type Inside } from './around.ts';

const TRACKER: readonly Inside[] = [['lintas-status-tracker']];

async function fetchedFromApi(): Promise<readonly string[]> {
  const { url } = await findApi();
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.startsWith(url));
}

describe('a frame on a page', () => {
  beforeEach(async () => {
    performance.clearResourceTimings();
    await resetNetwork();
  });
  afterEach(() => document.querySelectorAll('lintas-frame').forEach((frame) => frame.remove()));

  it('says whose it is, and fetches nothing from there before somebody opens it', async () => {
    const frame = await showFrame(TRACKER);
    const { url } = await findApi();
    const said = partOf(frame, 'sheet')?.textContent ?? '';
    for (const words of [en.title, new URL(url).host, widgets.exit.explanation])
      assert(said.replaceAll(/[\u2066-\u2069]/g, '').includes(words), words);
    assertEqual([frameOf(frame), await fetchedFromApi()], [undefined, []]);
    // Inert, or the page would have it.
    assertEqual(document.querySelectorAll('lintas-status-tracker').length, 0);
    await assertAccessible(frame);
  });

  it('opens what its template holds, out of the reach of the page', async () => {
    const frame = await showFrame(TRACKER);
    const button = await until(() => partOf(frame, 'open-button'));
    button.focus();
    button.click();
    const iframe = await until(() => frameOf(frame));
    await until(() => partOf(frame, 'sheet')?.classList.contains('open'));
    await until(() => iframe.clientHeight > 300);
    assertEqual(iframe.contentDocument, null);
    // Whoever opened it goes on in it.
    assertEqual(frame.shadowRoot?.activeElement?.localName, 'iframe');
    const { key } = await findApi();
    assert(!iframe.src.includes(key), 'A key stands in an address.');
    await assertAccessible(frame);
  });

  it('says that it does not open, and opens when it is tried again', async () => {
    await answerInstead(404);
    const frame = await showFrame(TRACKER);
    await press(frame, 'open-button');
    const failure = await until(() => partOf(frame, 'failure'));
    assert(failure.textContent?.includes(en.failed), 'Nothing is said.');
    assertEqual([frameOf(frame), frame.shadowRoot?.activeElement?.textContent], [undefined, en.failedTitle]);
    await assertAccessible(frame);
    await resetNetwork();
    await press(frame, 'retry-button');
    await until(() => partOf(frame, 'sheet')?.classList.contains('open'));
  });

  it('does not open without elements', async () => {
    const frame = await showFrame([['p']]);
    await press(frame, 'open-button');
    await until(() => partOf(frame, 'failure'));
    assertEqual(await fetchedFromApi(), []);
  });

  it('speaks the language of the page', async () => {
    const frame = await showFrame(TRACKER);
    frame.lang = 'fa';
    await until(() => partOf(frame, 'open-button')?.textContent?.trim() === fa.open);
    assertEqual(partOf(frame, 'sheet')?.getAttribute('dir'), 'rtl');
    assert(partOf(frame, 'translation'), 'Nobody says that nobody has checked it.');
    await assertAccessible(frame);
  });

  it('is closed when it is taken from the page', async () => {
    const frame = await showFrame(TRACKER);
    await press(frame, 'open-button');
    await until(() => frameOf(frame));
    frame.remove();
    document.body.append(frame);
    await until(() => partOf(frame, 'open-button'));
    assertEqual(frameOf(frame), undefined);
  });
});
