// A person types reference and PIN: slips are found on the device, failures are told kindly, nothing is kept.

import type { ReferenceScheme } from '@lintas/contract/reference';
import { sendKeys } from '@web/test-runner-commands';
import { assert, assertEqual, until } from '../core/assert.ts';
import { messages as en } from '../../src/locales/en.ts';
import {
  answerInstead,
  createCase,
  problem,
  PROBLEM,
  resetNetwork,
  startNetwork,
  stopNetwork,
} from '../../../tooling/src/browser-tests/api.ts';
import { fill, find, open, showTracker, submit, textOf, type Shown } from './tracker.ts';

const focused = ({ root }: Shown): Element | null => root.activeElement;

/** Counts what is sent to the API while something is done. */
async function requestsOf(act: () => Promise<void>): Promise<number> {
  const before = performance.getEntriesByType('resource').length;
  await act();
  const { length } = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/v1/'));
  return length === 0 ? 0 : performance.getEntriesByType('resource').length - before;
}

/** The same reference with its last but one character changed. */
function mistype(reference: string): string {
  return reference.replace(/.(?=.$)/, (symbol) => (symbol === '7' ? '8' : '7'));
}

describe('the form', () => {
  let shown: Shown;
  beforeEach(async () => {
    await resetNetwork();
    performance.clearResourceTimings();
    shown = await showTracker();
  });
  afterEach(() => shown.element.remove());

  it('takes a reference in any spacing, small letters and local digits', async () => {
    const { reference, pin } = await createCase();
    const persian = (text: string): string =>
      text.replaceAll(/\d/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)));
    await open(shown, {
      reference: persian(reference.toLowerCase().replaceAll('-', ' ')),
      pin: persian(pin),
    });
  });

  it('works with the keyboard alone', async () => {
    const { reference, pin } = await createCase();
    (await find(shown, '#reference')).focus();
    await sendKeys({ type: reference });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: pin });
    await sendKeys({ press: 'Enter' });
    await find(shown, '.case');
  });

  it('points at a slip, offers what was meant, and sends nothing before', async () => {
    const { reference, pin } = await createCase();
    const sent = await requestsOf(async () => {
      fill(shown, 'reference', mistype(reference));
      fill(shown, 'pin', pin);
      submit(shown);
      const slip = await find(shown, '.slip mark');
      assertEqual(slip.textContent, mistype(reference).at(-2));
    });
    assertEqual(sent, 0, 'requests');
    const suggestion = textOf(shown, 'suggestion').replaceAll('\u2011', '-');
    assert(suggestion.includes(reference), `No suggestion: ${suggestion}`);
    (await find(shown, '[part=suggestion] button')).click();
    assertEqual((await find<HTMLInputElement>(shown, '#reference')).value, reference);
    submit(shown);
    await find(shown, '.case');
  });

  it('tells of a slip as soon as the field is left', async () => {
    const { reference } = await createCase();
    fill(shown, 'reference', mistype(reference));
    (await find(shown, '#pin')).focus();
    await find(shown, '#reference-problem');
    await until(() => shown.root.querySelector('[role=status]')?.textContent?.includes('character 11'));
  });

  it('lists what is missing, takes the focus there, and leads to the field', async () => {
    submit(shown);
    const summary = await until(() => focused(shown)?.matches('.summary') && focused(shown));
    assertEqual(summary.querySelectorAll('button').length, 2);
    summary.querySelector('button')?.click();
    assertEqual(focused(shown)?.id, 'reference');
  });

  it('says kindly that nothing was found, and keeps the reference to be looked at', async () => {
    const { reference } = await createCase();
    fill(shown, 'reference', reference);
    fill(shown, 'pin', '00000000');
    submit(shown);
    await until(() => focused(shown)?.matches('.summary'));
    assert(textOf(shown, 'error-summary').includes(en.errors.lookupFailed), 'No kind text.');
    assertEqual((await find<HTMLInputElement>(shown, '#reference')).value, reference);
  });

  it('does not go on saying that nothing was found when what is typed next cannot be right', async () => {
    const { reference } = await createCase();
    fill(shown, 'reference', reference);
    fill(shown, 'pin', '00000000');
    submit(shown);
    await until(() => textOf(shown, 'error-summary').includes(en.errors.lookupFailed));
    fill(shown, 'pin', '000');
    submit(shown);
    await until(() => textOf(shown, 'error-summary').includes(en.errors.pinLength(8)));
    assert(
      !textOf(shown, 'error-summary').includes(en.errors.lookupFailed),
      'The earlier failure is still said.',
    );
  });

  it('counts a wait down, without saying every second aloud, and then lets the person try again', async () => {
    const { reference } = await createCase();
    fill(shown, 'reference', reference);
    fill(shown, 'pin', '00000000');
    const wait = () => Number(/wait (\d+) seconds/.exec(textOf(shown, 'error-summary'))?.[1]);
    for (let tries = 0; !wait(); tries++) {
      assert(tries < 20, 'Nobody is ever asked to wait.');
      submit(shown);
      await shown.element.updateComplete;
      await until(() => !textOf(shown).includes(en.form.opening) && focused(shown)?.matches('.summary'));
    }
    const first = await until(() => wait());
    await until(() => wait() < first);
    const region = await find(shown, '[role=status]');
    assertEqual(region.textContent, '');
    const now = Date.now;
    Date.now = () => now() + 60_000;
    document.dispatchEvent(new Event('visibilitychange'));
    await until(() => region.textContent === en.errors.waitOver);
    Date.now = now;
    assertEqual(shown.root.querySelector('[part=open-button][aria-disabled]'), null);
  });

  it('says that the network is gone, and works when it is back', async () => {
    const { reference, pin } = await createCase();
    await stopNetwork();
    fill(shown, 'reference', reference);
    fill(shown, 'pin', pin);
    submit(shown);
    await until(() => textOf(shown, 'error-summary').includes(en.errors.offline));
    await startNetwork();
    submit(shown);
    await find(shown, '.case');
  });

  it('tells trouble of the service apart from that of the network', async () => {
    const { reference, pin } = await createCase();
    fill(shown, 'reference', reference);
    fill(shown, 'pin', pin);
    for (const status of [503, 200]) {
      await answerInstead(status);
      submit(shown);
      await until(() => !textOf(shown).includes(en.form.opening));
      await until(() => textOf(shown, 'error-summary').includes(en.errors.unavailable));
      await resetNetwork();
    }
    await answerInstead(401, PROBLEM, problem('unauthenticated', 401));
    submit(shown);
    await until(() => textOf(shown, 'error-summary').includes(en.errors.misconfigured));
  });

  it('tells a page that is not set up apart from everything else', async () => {
    const { reference, pin } = await createCase();
    shown.element.removeAttribute('api');
    fill(shown, 'reference', reference);
    fill(shown, 'pin', pin);
    submit(shown);
    await until(() => textOf(shown, 'error-summary').includes(en.errors.misconfigured));
  });

  it('keeps the PIN from browsers and password managers, and shows it on request only', async () => {
    const pin = await find<HTMLInputElement>(shown, '#pin');
    assertEqual([pin.type, pin.autocomplete, pin.name, pin.inputMode], ['text', 'off', '', 'numeric']);
    assertEqual(getComputedStyle(pin).getPropertyValue('-webkit-text-security'), 'disc');
    (await find(shown, '[part=pin-toggle]')).click();
    await shown.element.updateComplete;
    assertEqual(getComputedStyle(pin).getPropertyValue('-webkit-text-security'), 'none');
  });

  it('leaves a form of the page alone that it stands in', async () => {
    const form = document.createElement('form');
    let submitted = 0;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      submitted++;
    });
    document.body.append(form);
    const inside = await showTracker('en', form);
    const { reference, pin } = await createCase();
    fill(inside, 'reference', reference);
    fill(inside, 'pin', pin);
    await sendKeys({ press: 'Enter' });
    await find(inside, '.case');
    assertEqual([submitted, new FormData(form).keys().next().done], [0, true]);
    form.remove();
  });

  it('asks the page first, which can call it off', async () => {
    const { reference, pin } = await createCase();
    shown.element.addEventListener('lintas-case-open', (event) => event.preventDefault(), { once: true });
    fill(shown, 'reference', reference);
    fill(shown, 'pin', pin);
    assertEqual(await requestsOf(() => Promise.resolve(submit(shown))), 0);
    submit(shown);
    await find(shown, '.case');
  });

  it('takes the references of another authority, which says itself what is right', async () => {
    const { reference, pin } = await createCase();
    const fileNumbers: ReferenceScheme = {
      id: 'file-numbers',
      check: (text) => (text === 'im 7/26' ? { kind: 'valid', reference } : { kind: 'mistyped' }),
    };
    shown.element.referenceScheme = fileNumbers;
    await shown.element.updateComplete;
    assert(!textOf(shown, 'form').includes('XXXX'), 'The form tells of another format.');
    assertEqual(getComputedStyle(await find(shown, '#reference')).textTransform, 'none');
    fill(shown, 'reference', mistype(reference));
    fill(shown, 'pin', pin);
    submit(shown);
    await until(() => textOf(shown, 'error-summary').includes(en.errors.referenceUnclear));
    assertEqual(shown.root.querySelectorAll('.slip, [part=suggestion]').length, 0);
    await open(shown, { reference: 'im 7/26', pin });
  });
});
