// A whole visit without a mouse.

import { sendKeys } from '@web/test-runner-commands';
import { assertEqual, until } from '../core/assert.ts';
import {
  append,
  CHECKED,
  createCase,
  IN_REVIEW,
  RECEIVED,
  REFUSED,
  resetNetwork,
} from '../../../tooling/src/browser-tests/api.ts';
import { find, showTracker, type Shown } from './tracker.ts';

describe('a visit with the keyboard alone', () => {
  let shown: Shown;
  afterEach(() => shown.element.remove());

  it('leads from the form through the case to the decision and out again, in the order of reading', async () => {
    await resetNetwork();
    const { reference, pin, ...created } = await createCase();
    await append({ reference, pin, ...created }, RECEIVED, IN_REVIEW, CHECKED, REFUSED);
    shown = await showTracker();
    const focused = () => shown.root.activeElement;
    const press = (key: string) => sendKeys({ press: key });
    const tabTo = async (selector: string): Promise<void> => {
      for (let presses = 0; presses < 12 && !focused()?.matches(selector); presses++) await press('Tab');
      assertEqual(focused()?.matches(selector), true, `${selector} is reached`);
    };

    (await find(shown, '#reference')).focus();
    await sendKeys({ type: reference });
    await tabTo('#pin');
    await sendKeys({ type: pin });
    await press('Enter');
    await until(() => focused()?.matches('h2') && shown.root.querySelector('.case'));
    await tabTo('[part=read-button]');
    await press('Enter');
    await until(() => focused()?.matches('[part=outcome] h4'));
    await tabTo('[part=hide-button]');
    await tabTo('[part=details] summary');
    await press('Enter');
    await until(() => shown.root.querySelector('[part=details] details[open]'));
    await tabTo('[part=close-button]');
    await press('Enter');
    await until(() => focused()?.matches('.ended h2'));
    await tabTo('[part=again-button]');
    await press('Enter');
    await until(() => focused()?.id === 'reference');
  });
});
