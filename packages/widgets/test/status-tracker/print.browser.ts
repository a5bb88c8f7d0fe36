// A case on paper: dated, complete, and nothing on it that the person did not choose to see.

import { emulateMedia } from '@web/test-runner-commands';
import { assert, assertEqual, until } from '../core/assert.ts';
import { messages as en } from '../../src/locales/en.ts';
import {
  append,
  CHECKED,
  IN_REVIEW,
  RECEIVED,
  REFUSED,
  resetNetwork,
} from '../../../tooling/src/browser-tests/api.ts';
import { find, showCase, textOf } from './tracker.ts';

/** Only Chromium's driver can show a page as it would be printed. */
const canShowPrint = navigator.userAgent.includes('Chrome/');

(canShowPrint ? describe : describe.skip)('a print', () => {
  it('is dated, leaves out the page around and every button, and keeps a decision that was not read', async () => {
    await resetNetwork();
    const beside = document.createElement('p');
    beside.textContent = 'A page of an organisation';
    document.body.append(beside);
    const shown = await showCase();
    await append(shown.created, RECEIVED, IN_REVIEW, CHECKED, REFUSED);
    await until(() => textOf(shown, 'headline') === en.statuses.decided({}));
    const isShown = (element: Element | null): boolean => Number(element?.getClientRects().length) > 0;
    const { print } = window;
    let printed: unknown;
    window.print = () => {
      const { root } = shown;
      printed = {
        beside: isShown(beside),
        headline: isShown(root.querySelector('[part=headline]')),
        date: isShown(root.querySelector('.print-only')),
        buttons: [...root.querySelectorAll('button')].some(isShown),
        exit: isShown(root.querySelector('lintas-quick-exit')),
      };
    };
    await emulateMedia({ media: 'print' });
    (await find(shown, '[part=print-button]')).click();
    await emulateMedia({ media: 'screen' });
    window.print = print;
    assertEqual(printed, { beside: false, headline: true, date: true, buttons: false, exit: false });
    assert(isShown(beside), 'The page does not come back.');
    const text = textOf(shown);
    for (const secret of [shown.created.reference, shown.created.pin, en.outcomes.refused]) {
      assert(!text.includes(secret), `${secret} would be printed.`);
    }
    shown.element.remove();
    beside.remove();
  });
});
