// A person who is being watched is off the page at once.

import { provideSettings } from '../../src/core/context.ts';
import { exitAddress, exitTarget, NEUTRAL_PAGE } from '../../src/core/quick-exit.ts';
import '../../src/quick-exit/define.ts';
import { messages as en } from '../../src/locales/en.ts';
import { assert, assertEqual, until } from './assert.ts';
import { assertAccessible } from './axe.ts';
import { listDatabases, untilNothingIsKept } from '../../../sdk/test/support/device.ts';
import { openFrame, openWindow, pageAddress, type Page } from './frame.ts';

async function exitButton({ document }: Pick<Page, 'document'>): Promise<HTMLButtonElement> {
  return until(() => document.querySelector('lintas-quick-exit')?.shadowRoot?.querySelector('button'));
}

/** Lets go of keys one after the other; a capital letter is a letter, then the Shift that made it. */
function type({ document, window }: Page, ...keys: readonly string[]): void {
  for (const key of keys) {
    const shiftKey = /^[A-Z]$/.test(key);
    const target = document.querySelector('input') ?? document;
    for (const released of shiftKey ? [key, 'Shift'] : [key]) {
      const options = {
        key: released,
        shiftKey: shiftKey && released === key,
        bubbles: true,
        composed: true,
      };
      target.dispatchEvent(new window.KeyboardEvent('keyup', options));
    }
  }
}

/** Nothing of the page can be seen, nor of the window that it is a frame of. */
function isCovered({ document }: Pick<Page, 'document'>): boolean {
  const heights = [document, outside()].map(({ body }) => body.getBoundingClientRect().height);
  return heights.every((height) => height === 0);
}

/** Somebody works in a database of ours, and has not come to an end. */
function beginToWrite(): Promise<IDBDatabase> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('lintas-surveys');
    opening.onsuccess = () => resolve(opening.result);
  });
}

/** The document of the whole window. */
function outside(): Document {
  return top?.document ?? document;
}

describe('leaving at once', () => {
  const title = outside().title;
  const address = outside().URL.replace(/#.*/, '');
  let page: Page;
  beforeEach(async () => {
    page = await openFrame('exit.html');
    await exitButton(page);
    // A place on the page that is open: going there does not lead the test away.
    page.document.querySelector('lintas-quick-exit')?.setAttribute('to', `${address}#left`);
  });
  afterEach(() => {
    outside().adoptedStyleSheets = [];
    outside().title = title;
    outside().querySelector('meta[name=referrer]')?.remove();
    top?.history.replaceState(null, '', address);
    page.close();
  });

  it('covers the page before anything else, and has the widgets forget before it leaves', async () => {
    const seen: unknown[] = [];
    page.document.addEventListener('lintas-exit', () => seen.push(isCovered(page), page.document.title));
    (await exitButton(page)).click();
    assertEqual(seen, [true, 'About my case']);
  });

  it('leads the whole window away, in place of the page that was open', async () => {
    const length = top?.history.length;
    (await exitButton(page)).click();
    await until(() => outside().URL === `${address}#left`);
    assertEqual(top?.history.length, length);
  });

  it('stays on the covered page until the device has forgotten what is just being written', async () => {
    const writing = await beginToWrite();
    (await exitButton(page)).click();
    await new Promise((resolve) => setTimeout(resolve, 300));
    assertEqual([isCovered(page), outside().URL], [true, address]);
    writing.close();
    await until(() => outside().URL === `${address}#left`);
    assertEqual(await listDatabases(), []);
  });

  it('goes on though the device does not forget', async () => {
    const writing = await beginToWrite();
    (await exitButton(page)).click();
    await until(() => outside().URL === `${address}#left`);
    writing.close();
    await untilNothingIsKept();
  });

  it('leaves nothing to see and no name where the page cannot be left', async () => {
    (await exitButton(page)).click();
    const style = top?.getComputedStyle(outside().documentElement);
    assertEqual([isCovered(page), style?.backgroundColor], [true, 'rgb(255, 255, 255)']);
    assertEqual([page.document.title, outside().title], ['…', '…']);
  });

  it('covers what the browser shows above the page', async () => {
    const dialog = page.document.createElement('dialog');
    dialog.append('Something private');
    page.document.body.append(dialog);
    dialog.showModal();
    (await exitButton(page)).click();
    assertEqual(dialog.getBoundingClientRect().height, 0);
  });

  it('cannot be stopped by a widget that fails to forget', async () => {
    const failures: unknown[] = [];
    page.window.addEventListener('error', ({ message }) => failures.push(message));
    let wiped = false;
    page.document.addEventListener('lintas-exit', () => (wiped = true));
    (await exitButton(page)).click();
    assertEqual([wiped, isCovered(page), failures.length], [true, true, 1]);
  });

  it('takes three presses of Shift', () => {
    type(page, 'Shift', 'Shift');
    assertEqual(isCovered(page), false);
    type(page, 'Shift');
    assertEqual(isCovered(page), true);
  });

  it('is not taken for typing in capitals', () => {
    type(page, 'A', 'B', 'C', 'D', 'E', 'F');
    type(page, 'Shift', 'a', 'Shift', 'Shift', 'b', 'Shift', 'C', 'Shift');
    assertEqual(isCovered(page), false);
  });

  it('tells people who hear the page how many presses are left, and that it was called off', async () => {
    const heard = (text: string): Promise<unknown> =>
      until(() => {
        const root = page.document.querySelector('lintas-quick-exit')?.shadowRoot;
        return root?.querySelector('[role=status]')?.textContent === text;
      });
    type(page, 'Shift');
    await heard(en.exit.pressTwoMore);
    type(page, 'Shift');
    await heard(en.exit.pressOneMore);
    type(page, 'a');
    await heard(en.exit.expired);
  });

  it('is told once, whichever ways out a page has, and works by those that are left', async () => {
    const [first] = page.document.querySelectorAll('lintas-quick-exit');
    const second = page.document.createElement('lintas-quick-exit');
    second.setAttribute('to', first?.getAttribute('to') ?? '');
    page.document.body.append(second);
    await until(() => second.shadowRoot?.querySelector('button'));
    type(page, 'Shift');
    const told = (): number =>
      [first, second].filter((each) => each?.shadowRoot?.querySelector('[role=status]')?.textContent !== '')
        .length;
    await until(() => told() > 0);
    await second.updateComplete;
    assertEqual(told(), 1);
    first?.remove();
    type(page, 'Shift', 'Shift');
    assertEqual(isCovered(page), false, 'presses from before it was gone count');
    type(page, 'Shift');
    assertEqual(isCovered(page), true);
  });

  it('listens to no key once the element has gone', () => {
    page.document.querySelector('lintas-quick-exit')?.remove();
    type(page, 'Shift', 'Shift', 'Shift');
    assertEqual(isCovered(page), false);
  });
});

describe('leaving a window', () => {
  it('goes to the neutral page in place of this one, asks nothing, and does not say where from', async () => {
    const page = await openWindow('exit.html');
    let asked = false;
    const ask = (): void => void (asked = true);
    page.window.onbeforeunload = ask;
    // Chromium lets nobody silence a listener.
    if (!navigator.userAgent.includes('Chrome')) page.window.addEventListener('beforeunload', ask);
    const { length } = page.window.history;
    (await exitButton(page)).click();
    const neutral = await until(() => {
      const { document } = page.window;
      return document.URL === pageAddress('neutral.html') && document.readyState === 'complete' && document;
    });
    assertEqual(neutral.title, 'Weather');
    assertEqual(neutral.referrer, '');
    assertEqual(page.window.history.length, length);
    assertEqual(asked, false, 'whether the page could ask');
    page.close();
  });
});

describe('the button', () => {
  it('says beforehand what it does and what it does not do, and keeps nobody out', async () => {
    const place = document.createElement('main');
    place.style.background = 'Canvas';
    place.append(document.createElement('lintas-quick-exit'));
    document.body.append(place);
    const root = await until(() => place.firstElementChild?.shadowRoot?.querySelector('.root'));
    assert(root.textContent.includes(en.exit.explanation), 'There is no explanation.');
    for (const scheme of ['light', 'dark']) {
      place.style.colorScheme = scheme;
      await assertAccessible(place);
    }
    place.remove();
  });

  it('goes to a page that shows nobody an account', () => {
    assertEqual(exitTarget(document.createElement('lintas-quick-exit'), undefined), NEUTRAL_PAGE);
  });

  it('goes to the address of the page only if nobody on the network can read which one it is', () => {
    const place = document.createElement('div');
    let exit = 'https://weather.example/';
    provideSettings(place, () => ({ exit }));
    assertEqual(exitTarget(place, undefined), 'https://weather.example/');
    for (exit of ['http://weather.example/', '/weather', 'javascript:alert(1)', 'https://', '']) {
      assertEqual(exitTarget(place, undefined), NEUTRAL_PAGE, exit);
    }
  });

  it('goes to no address but one of the web', () => {
    assertEqual(exitAddress('https://search.example/'), 'https://search.example/');
    assertEqual(exitAddress('/weather'), `${location.origin}/weather`);
    for (const to of [
      'javascript:alert(1)',
      'data:text/html,x',
      'blob:x',
      'https://',
      'mailto:a@b.example',
    ]) {
      assertEqual(exitAddress(to), NEUTRAL_PAGE, to);
    }
  });
});
