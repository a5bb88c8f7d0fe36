// The time for a visit, and every way out: nothing of the case is left behind.

import { assert, assertEqual, until } from '../core/assert.ts';
import { messages as en } from '../../src/locales/en.ts';
import {
  append,
  CHECKED,
  cutConnections,
  holdAnswersBack,
  IN_REVIEW,
  RECEIVED,
  REFUSED,
  resetNetwork,
} from '../../../tooling/src/browser-tests/api.ts';
import { fill, find, showCase, showTracker, textOf } from './tracker.ts';

type Opened = Awaited<ReturnType<typeof showCase>>;

const realNow = Date.now;

/** Lets the device's clock go ahead, and the page be looked at again. */
function pass(minutes: number): void {
  Date.now = () => realNow() + minutes * 60_000;
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('a visit', () => {
  let shown: Opened;
  beforeEach(async () => {
    await resetNetwork();
    shown = await showCase();
  });
  afterEach(() => {
    Date.now = realNow;
    shown.element.remove();
  });

  it('warns at least two minutes ahead, aloud and without taking the focus, and can be made longer', async () => {
    // The API tells the time over the stream: without it the device's clock counts.
    await holdAnswersBack();
    await cutConnections();
    const focus = shown.root.activeElement;
    pass(12.8);
    await find(shown, '[part=session-warning]');
    assertEqual(shown.root.activeElement, focus);
    assert(/closes in [23] minutes/.test(textOf(shown, 'session-warning')), textOf(shown, 'session-warning'));
    const region = await find(shown, '[role=status]');
    await until(() => region.textContent?.includes(en.session.warningTitle));
    // Pressed before the API tells the time again, which would take the warning away.
    const stay = await find(shown, '[part=stay-button]');
    Date.now = realNow;
    stay.click();
    await resetNetwork();
    await until(() => !shown.root.querySelector('[part=session-warning]'));
    await until(() => region.textContent?.includes(en.session.extended));
  });

  it('ends when the time is over, says so, and leads back to an empty form', async () => {
    const ended = new Promise((resolve) => shown.element.addEventListener('lintas-case-closed', resolve));
    pass(16);
    await ended;
    await find(shown, '.ended');
    assert(textOf(shown).includes(en.session.endedTitle), textOf(shown));
    assertGone(shown);
    (await find(shown, '[part=again-button]')).click();
    await until(() => shown.root.activeElement?.id === 'reference');
    assertEqual((await find<HTMLInputElement>(shown, '#reference')).value, '');
  });

  it('ends by its button, and says so', async () => {
    (await find(shown, '[part=close-button]')).click();
    await find(shown, '.ended');
    await until(() => shown.root.activeElement?.matches('h2'));
    assert(textOf(shown).includes(en.session.closedTitle), textOf(shown));
    assertGone(shown);
  });

  it('is forgotten at once when the person leaves in a hurry', async () => {
    document.dispatchEvent(new Event('lintas-exit'));
    assertGone(shown);
    await find(shown, 'form');
  });

  it('has the way out at its top', async () => {
    const way = await find(shown, '.case');
    assertEqual(way.firstElementChild?.localName, 'lintas-quick-exit');
    assert(textOf(shown).includes(en.exit.explanation), 'It is not explained.');
  });

  it('is forgotten when the page is left, so that "back" shows nobody anything', async () => {
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    assertGone(shown);
    await find(shown, 'form');
  });

  it('is over when the tracker is taken off the page', async () => {
    shown.element.remove();
    // What is put in again within the task was only moved.
    await Promise.resolve();
    document.body.append(shown.element);
    await find(shown, 'form');
    assertGone(shown);
  });
});

describe('what was typed', () => {
  it('is forgotten too when the person leaves in a hurry', async () => {
    const shown = await showTracker();
    fill(shown, 'pin', '12345678');
    document.dispatchEvent(new Event('lintas-exit'));
    assertEqual((await find<HTMLInputElement>(shown, '#pin')).value, '');
    shown.element.remove();
  });
});

describe('nothing of a visit', () => {
  it('is in address, title, storage, console, events or attributes', async () => {
    const said: string[] = [];
    const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;
    const real = methods.map((method) => console[method]);
    for (const method of methods)
      console[method] = (...values: unknown[]) => said.push(values.map(String).join(' '));
    const [address, title] = [location.href, document.title];
    const shown = await showCase();
    const { reference, pin } = shown.created;
    const events: Event[] = [];
    for (const name of ['lintas-case-change', 'lintas-case-closed'] as const) {
      shown.element.addEventListener(name, (event) => events.push(event));
    }
    await append(shown.created, RECEIVED, IN_REVIEW, CHECKED, REFUSED);
    (await find(shown, '[part=read-button]')).click();
    await find(shown, '[part=outcome]');
    (await find(shown, '[part=close-button]')).click();
    await find(shown, '.ended');
    methods.forEach((method, index) => Object.assign(console, { [method]: real[index] }));
    const databases = await indexedDB.databases();
    const left = JSON.stringify([
      said,
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      databases,
      await caches.keys(),
      shown.element.outerHTML.replace(/ key="[^"]*"/, ''),
      events.map((event) => Object.entries(event)),
      performance.getEntriesByType('resource').map(({ name }) => name),
    ]);
    for (const secret of [reference, reference.replaceAll('-', ''), pin, 'refused', 'cs_']) {
      assert(!left.includes(secret), `${secret} is found in ${left}`);
    }
    assertEqual([location.href, document.title], [address, title]);
    shown.element.remove();
  });
});

function assertGone({ root }: Opened): void {
  assertEqual(root.querySelector('.case, [part=headline], [part=history]'), null, 'what is left of the case');
}
