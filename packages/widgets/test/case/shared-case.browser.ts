// A case that one widget of a page opens is open in all of them, and ends in all of them.

import '../../src/provider/define.ts';
import { LintasStatusTracker } from '../../src/status-tracker/status-tracker.ts';
import { assertEqual, until } from '../core/assert.ts';
import { append, createCase, RECEIVED, resetNetwork } from '../../../tooling/src/browser-tests/api.ts';
import { find, open, showTracker, type Shown } from '../status-tracker/tracker.ts';

const isOpen = ({ root }: Shown): boolean => root.querySelector('.case') !== null;

function provider(): HTMLElement {
  const element = document.createElement('lintas-provider');
  element.api = 'https://api.example.org';
  element.key = 'pk_somebody';
  document.body.append(element);
  return element;
}

describe('widgets of one page', () => {
  let first: Shown;
  let second: Shown;
  beforeEach(async () => {
    await resetNetwork();
    first = await showTracker();
    second = await showTracker();
  });
  afterEach(() => {
    first.element.remove();
    second.element.remove();
  });

  it('show a case that was opened in one of them, its changes, and its end', async () => {
    const created = await createCase();
    await open(first, created);
    await find(second, '.case');
    assertEqual(document.activeElement === first.element, true, 'whether the person stays where they are');
    await append(created, RECEIVED);
    for (const { root } of [first, second]) {
      await until(() => root.querySelector('[part=headline]')?.textContent?.includes('complete'));
    }
    (await find(second, '[part=close-button]')).click();
    for (const shown of [first, second]) await find(shown, '.ended');
  });

  it('keep a case open when one of them is taken away, and close it with the last', async () => {
    await open(first, await createCase());
    await find(second, '.case');
    first.element.remove();
    await Promise.resolve();
    assertEqual([isOpen(first), isOpen(second)], [false, true]);
    second.element.remove();
    await Promise.resolve();
    document.body.append(first.element);
    await find(first, 'form');
    assertEqual(isOpen(first), false);
  });

  it('show it also when they come later', async () => {
    await open(first, await createCase());
    const late = first.element.cloneNode();
    document.body.append(late);
    await until(() => late instanceof LintasStatusTracker && late.shadowRoot?.querySelector('.case'));
    document.body.removeChild(late);
  });

  it('forget it together when the person leaves in a hurry', async () => {
    await open(first, await createCase());
    await find(second, '.case');
    document.dispatchEvent(new Event('lintas-exit'));
    assertEqual([isOpen(first), isOpen(second)], [false, false]);
  });

  it('do not share it with those of another provider', async () => {
    const elsewhere = provider();
    const apart = await showTracker('en', elsewhere);
    await open(first, await createCase());
    await find(second, '.case');
    assertEqual(isOpen(apart), false);
    elsewhere.remove();
  });
});
