// Who looks through the tabs of a browser, or through what is open on a phone, sees nothing of a person there.

import '../../src/document-check/define.ts';
import { emulateMedia } from '@web/test-runner-commands';
import { showOpened } from '../document-uploader/uploader.ts';
import { resetNetwork } from '../../../tooling/src/browser-tests/api.ts';
import { showCase } from '../status-tracker/tracker.ts';
import { begin } from '../survey-form/form.ts';
import { assertEqual, until } from './assert.ts';

describe('while the page is out of sight', () => {
  let element: HTMLElement;
  const show = (shown: { readonly element: HTMLElement }): ShadowRoot => {
    element = shown.element;
    if (!element.shadowRoot) throw new Error('It shows nothing.');
    return element.shadowRoot;
  };
  beforeEach(async () => void (await resetNetwork()));
  afterEach(() => {
    element.remove();
    turn(undefined);
  });

  it('an opened case is not seen, and is there as it was when the person comes back', async () => {
    const shown = await showCase();
    const root = show(shown);
    const heading = root.querySelector('h2');
    heading?.focus();
    turn('hidden');
    assertSeen(root, '.root', false);
    turn('visible');
    assertSeen(root, '.root', true);
    assertEqual(root.activeElement, heading);
  });

  it('papers, answers and what a file is are not seen', async () => {
    const check = document.createElement('lintas-document-check');
    document.body.append(check);
    await until(() => check.shadowRoot?.querySelector('.root'));
    for (const each of [await showOpened(), await begin(), { element: check }]) {
      const root = show(each);
      turn('hidden');
      assertSeen(root, '.root', false);
      turn('visible');
      assertSeen(root, '.root', true);
      each.element.remove();
    }
  });

  it('questions in a dialog are not seen', async () => {
    const root = show(await begin({ dialog: '' }));
    turn('hidden');
    assertSeen(root, 'dialog', false);
    turn('visible');
    assertSeen(root, 'dialog', true);
  });

  it('nothing stays away from whoever is there, though the browser does not say so', async () => {
    const shown = await showCase();
    const root = show(shown);
    for (const sign of [
      new Event('focus'),
      new PageTransitionEvent('pageshow'),
      new PointerEvent('pointerdown'),
      new KeyboardEvent('keydown'),
    ]) {
      turn('hidden');
      assertSeen(root, '.root', false);
      dispatchEvent(sign);
      assertSeen(root, '.root', true);
    }
  });

  it('an element that has left the page is covered no more when it comes back', async () => {
    const shown = await showCase();
    const root = show(shown);
    turn('hidden');
    element.remove();
    turn('visible');
    document.body.append(element);
    assertSeen(root, '.root', true);
  });

  // Only Chromium's driver can show a page as it would be printed.
  const inChromium = navigator.userAgent.includes('Chrome/') ? it : it.skip;
  inChromium(
    'a case is printed all the same: phones show their print view in place of the page',
    async () => {
      const shown = await showCase();
      const root = show(shown);
      turn('hidden');
      await emulateMedia({ media: 'print' });
      assertSeen(root, '.root', true);
      await emulateMedia({ media: 'screen' });
    },
  );
});

/** Tells the page what a browser tells it when another tab is chosen, or this one again. */
function turn(state: DocumentVisibilityState | undefined): void {
  if (state) Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  else Reflect.deleteProperty(document, 'visibilityState');
  document.dispatchEvent(new Event('visibilitychange'));
}

function assertSeen(root: ShadowRoot, selector: string, seen: boolean): void {
  const found = root.querySelector(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  assertEqual(getComputedStyle(found).opacity, seen ? '1' : '0');
}
