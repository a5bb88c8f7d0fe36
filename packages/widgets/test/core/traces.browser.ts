// A device that is borrowed or watched: whoever leaves at once leaves nothing on it, from whichever page, and what was
// kept for too long goes without anybody asking for it.

import { newReceipt } from '@lintas/sdk/surveys';
import { keepDraft, recallDraft } from '@lintas/sdk/surveys/drafts';
import { countKept, findIn, findPaper, give, largePdf, showOpened } from '../document-uploader/uploader.ts';
import { createCase, findApi, resetNetwork, slowDown } from '../../../tooling/src/browser-tests/api.ts';
import { find, open } from '../status-tracker/tracker.ts';
import { SKM } from '../survey-form/form.ts';
import { assert, assertEqual, until } from './assert.ts';
import { age, clearDevice, listDatabases, untilNothingIsKept } from '../../../sdk/test/support/device.ts';
import { openFrame, openWindow, pageAddress, type Page } from './frame.ts';

type Opened = Pick<Page, 'document' | 'window'>;

/** Bytes per second at which a large file is under way for long enough to be kept meanwhile. */
const THIN = 5_000_000;

const draft = { survey: SKM, version: 1, receipt: newReceipt(), seed: 1, page: 0, answers: { time: 2 } };

/** An earlier page has kept a file that was not sent yet, and a form that was begun. */
async function leaveKept(): Promise<void> {
  const uploader = await showOpened();
  (await findIn(uploader, '#own-device')).click();
  const paper = await findPaper(uploader, 'Something else');
  await slowDown(THIN);
  give(paper, largePdf());
  await until(async () => (await countKept()) > 0);
  uploader.element.remove();
  await resetNetwork();
  assert(await keepDraft(draft), 'No draft can be kept here.');
  assertEqual(await listDatabases(), ['lintas-surveys', 'lintas-uploads']);
}

/** Gives an element of a page its API. */
async function connect({ document }: Opened, tag: string): Promise<Element> {
  const { url, key } = await findApi();
  const element = document.querySelector(tag) ?? document.body.appendChild(document.createElement(tag));
  element.setAttribute('api', url);
  element.setAttribute('key', key);
  return element;
}

/** Opens a case in the page's tracker; answers the way out in it. */
async function openCase(page: Opened): Promise<HTMLElement> {
  const tracker = await connect(page, 'lintas-status-tracker');
  await until(() => tracker.shadowRoot?.querySelector('form'));
  const root = await until(() => tracker.shadowRoot);
  await open({ root }, await createCase());
  const exit = await find({ root }, 'lintas-quick-exit');
  exit.setAttribute('to', pageAddress('neutral.html'));
  return exit;
}

/** A person who has begun to answer, and wants it kept. */
async function beginToAnswer(page: Opened, isOwnDevice: boolean): Promise<ShadowRoot> {
  const form = await connect(page, 'lintas-survey-form');
  form.setAttribute('survey', SKM);
  const root = await until(() => form.shadowRoot?.querySelector('[part=start-button]') && form.shadowRoot);
  root.querySelector<HTMLElement>('[part=start-button]')?.click();
  await until(() => root.querySelector('[part=form]'));
  if (isOwnDevice) root.querySelector<HTMLElement>('[part=own-device] input')?.click();
  return root;
}

const answer = (root: ShadowRoot, question: number): void =>
  root.querySelectorAll('fieldset')[question]?.querySelector<HTMLElement>('input')?.click();

const press = (exit: Element | null): Promise<void> =>
  until(() => exit?.shadowRoot?.querySelector('button')).then((button) => button.click());

/**
 * Acts just before the page opens its storage once more.
 *
 * @param after how many times it opens it before that
 * @returns whether that opening has come to an end
 */
function beforeOpening({ window }: Opened, after: number, act: () => void): () => boolean {
  // Not on the storage object itself: a browser may let go of it, and make a new one that knows nothing of this.
  const { prototype } = window.IDBFactory;
  const { open } = prototype;
  let opened = 0;
  let hasEnded = false;
  prototype.open = function (...given) {
    const isTheOne = opened === after;
    opened += 1;
    if (isTheOne) act();
    const request = open.apply(this, given);
    if (isTheOne)
      for (const end of ['success', 'error']) request.addEventListener(end, () => (hasEnded = true));
    return request;
  };
  return () => hasEnded;
}

/** Waits for the neutral page. */
function neutralPageAfter({ window }: Pick<Page, 'window'>): Promise<Page['window']> {
  return until(() => {
    const { document } = window;
    return document.URL === pageAddress('neutral.html') && document.readyState === 'complete' && window;
  });
}

/** What was kept goes, though the page that asked for it has ended: the browser takes its time for it. */
async function nothingIsKeptAfter(page: Pick<Page, 'window'>): Promise<void> {
  await neutralPageAfter(page);
  await untilNothingIsKept();
}

/** Where nothing was ever kept, there is nothing at any moment. */
async function nothingWasKeptBefore(page: Pick<Page, 'window'>): Promise<void> {
  const { indexedDB } = await neutralPageAfter(page);
  assertEqual(await indexedDB.databases(), []);
}

describe('a device that is not one’s own', () => {
  let close = (): void => {};
  beforeEach(async () => {
    await resetNetwork();
    await clearDevice();
  });
  afterEach(async () => {
    // While the page is there: of a frame that was taken away in the middle of its work, storage may stay in use.
    await clearDevice();
    close();
    await resetNetwork();
  });
  async function inWindow(path: string): Promise<Opened> {
    const page = await openWindow(path);
    close = page.close;
    return page;
  }
  async function inFrame(path: string): Promise<Opened> {
    const page = await openFrame(path);
    close = page.close;
    return page;
  }

  it('has nothing of earlier pages once a person has left in a hurry from one with only the tracker', async () => {
    await leaveKept();
    const page = await inWindow('tracker.html');
    await press(await openCase(page));
    await nothingIsKeptAfter(page);
  });

  it('has nothing of earlier pages either after the way out stood alone on the page', async () => {
    await leaveKept();
    const page = await inWindow('exit.html');
    await press(page.document.querySelector('lintas-quick-exit'));
    await nothingIsKeptAfter(page);
  });

  it('has nothing of earlier pages after a page’s own way out', async () => {
    await leaveKept();
    const page = await inFrame('tracker.html');
    await connect(page, 'lintas-status-tracker');
    await until(() =>
      page.document.querySelector('lintas-status-tracker')?.shadowRoot?.querySelector('form'),
    );
    page.document.dispatchEvent(new page.window.Event('lintas-exit'));
    await untilNothingIsKept();
  });

  // The form looks for what is there, and for the key that opens it; then the answer is on its way to the device.
  for (const [place, step] of ['looked for', 'opened', 'kept'].entries())
    it(`has nothing of a form that was just being ${step} when the person left`, async () => {
      const page = await inFrame('survey.html');
      const root = await beginToAnswer(page, true);
      answer(root, 0);
      await until(() => recallDraft(SKM));
      const leave = (): boolean => page.document.dispatchEvent(new page.window.Event('lintas-exit'));
      const hasEnded = beforeOpening(page, place, leave);
      answer(root, 1);
      await until(hasEnded);
      await untilNothingIsKept();
    });

  for (const [place, step] of ['looked for', 'opened', 'kept'].entries())
    it(`has nothing of a form that was just being ${step} when the person left for another page`, async () => {
      const page = await inWindow('survey.html');
      const root = await beginToAnswer(page, true);
      answer(root, 0);
      await until(() => recallDraft(SKM));
      const exit = page.document.querySelector('lintas-quick-exit')?.shadowRoot?.querySelector('button');
      beforeOpening(page, place, () => exit?.click());
      answer(root, 1);
      await nothingIsKeptAfter(page);
    });

  it('has nothing any more that was kept the day before, once a page with only the tracker was open', async () => {
    await leaveKept();
    await age(25);
    await inFrame('tracker.html');
    await untilNothingIsKept();
  });

  it('still has what was kept this morning', async () => {
    await leaveKept();
    await age(12);
    await openCase(await inFrame('tracker.html'));
    assertEqual(await listDatabases(), ['lintas-surveys', 'lintas-uploads']);
    assertEqual((await recallDraft(SKM))?.receipt, draft.receipt);
  });

  // Not every browser presses a key for two windows at once: what one says to the other is heard here.
  it('says in all tabs of the site that the person has left, and where to', async () => {
    const tabs = new BroadcastChannel('lintas-exit');
    const told = new Promise((resolve) => (tabs.onmessage = ({ data }) => resolve(data)));
    const page = await inWindow('tracker.html');
    await press(await openCase(page));
    assertEqual(await told, pageAddress('neutral.html'));
    tabs.close();
  });

  it('shows and keeps nothing once the person has left in another tab', async () => {
    const page = await inWindow('survey.html');
    answer(await beginToAnswer(page, true), 0);
    await until(() => recallDraft(SKM));
    const tabs = new BroadcastChannel('lintas-exit');
    tabs.postMessage(pageAddress('neutral.html'));
    await nothingIsKeptAfter(page);
    tabs.close();
  });

  it('has never had anything where nobody said that it is theirs', async () => {
    const page = await inWindow('tracker.html');
    const exit = await openCase(page);
    assertEqual(await listDatabases(), [], 'what an opened case leaves');
    await press(exit);
    await nothingWasKeptBefore(page);
    close();
    const asked = await inWindow('survey.html');
    answer(await beginToAnswer(asked, false), 0);
    assertEqual(await listDatabases(), [], 'what a form leaves that was begun');
    await press(asked.document.querySelector('lintas-quick-exit'));
    await nothingWasKeptBefore(asked);
  });
});
