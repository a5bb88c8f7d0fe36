// A person saves the file that they handed in: with the PIN once more, exactly as others can check it, and without a trace
// of the PIN.

import { digestOf } from '@lintas/sdk/documents';
import { sendKeys } from '@web/test-runner-commands';
import { messages as en } from '../../src/locales/documents/en.ts';
import { messages as english } from '../../src/locales/en.ts';
import { assert, assertEqual, until } from '../core/assert.ts';
import { assertAccessible } from '../core/axe.ts';
import { call, resetNetwork, startNetwork, stopNetwork } from '../../../tooling/src/browser-tests/api.ts';
import { findIn, findPaper, give, hear, photo, showOpened, wordsIn } from './uploader.ts';

type Opened = Awaited<ReturnType<typeof showOpened>>;

interface Saved {
  readonly name: string;
  readonly file: Promise<Blob>;
}

/** What the browser is asked to save is not saved on the test's machine. */
const saved: Saved[] = [];
const realClick = HTMLAnchorElement.prototype.click;
const keepInstead = function (this: HTMLAnchorElement): void {
  saved.push({ name: this.download, file: fetch(this.href).then((answer) => answer.blob()) });
};

/** A document that has arrived. */
async function handIn(shown: Opened): Promise<{ readonly id: string; readonly document: HTMLElement }> {
  const paper = await findPaper(shown, 'A photo of you');
  give(paper, await photo('me.jpg'));
  await until(() => wordsIn(paper).includes(en.states.received));
  return {
    id: await until(() => shown.element.value[0]),
    document: await until(() => paper.querySelector<HTMLElement>('[part~=document]')),
  };
}

/** Opens what stands before the copy, by the keyboard. */
async function askForCopy(shown: Opened, document: HTMLElement): Promise<HTMLElement> {
  document.querySelector<HTMLElement>('[part=copy-button]')?.focus();
  await sendKeys({ press: 'Enter' });
  await until(() => shown.root.activeElement?.id === 'copy-title');
  return findIn(shown, '[part=copy]');
}

/** Types a PIN as a person does, and sends it. */
async function enter(shown: Opened, pin: string): Promise<void> {
  (await findIn(shown, '#copy-pin')).focus();
  await sendKeys({ type: pin });
  await sendKeys({ press: 'Enter' });
}

describe('a copy of what was handed in', () => {
  let shown: Opened;
  let isHeard: (text: string) => Promise<true>;
  before(() => void (HTMLAnchorElement.prototype.click = keepInstead));
  after(() => void (HTMLAnchorElement.prototype.click = realClick));
  beforeEach(async () => {
    await resetNetwork();
    saved.length = 0;
    shown = await showOpened();
    isHeard = await hear(shown);
  });
  afterEach(() => shown.element.remove());

  it('is what others can check, byte for byte, and comes after the PIN', async () => {
    const { id, document } = await handIn(shown);
    const panel = await askForCopy(shown, document);
    for (const sentence of [en.copy.explanation, en.copy.confirmed, en.copy.device])
      assert(wordsIn(panel).includes(sentence), `${sentence} is missing.`);
    const field = await findIn<HTMLInputElement>(shown, '#copy-pin');
    assertEqual([field.type, field.name, field.autocomplete], ['text', '', 'off']);
    assert(field.classList.contains('masked'), 'The PIN can be read over the shoulder.');
    await assertAccessible(shown.element);

    await enter(shown, shown.created.pin);
    await until(() => saved.length > 0);
    await isHeard(en.copy.saved);
    await until(() => shown.root.activeElement?.id === 'copy-title');
    const [copy] = saved;
    assertEqual(copy?.name, 'me.jpg');
    const { body } = await call<{
      readonly data: readonly { readonly id: string; readonly sha256: string }[];
    }>('GET', `/v1/applications/${shown.created.id}/documents`);
    const [{ sha256 } = { sha256: '' }] = body.data.filter((handedIn) => handedIn.id === id);
    assertEqual(await digestOf((await copy?.file) ?? new Blob()), sha256, 'its SHA-256');
    await assertAccessible(shown.element);
    const kept = JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]);
    assert(!kept.includes(shown.created.pin), kept);
    assert(
      !shown.root.querySelector('.root')?.outerHTML.includes(shown.created.pin),
      'The PIN is on the page.',
    );

    // A second one within five minutes needs no PIN.
    panel.querySelector<HTMLElement>('button')?.click();
    await until(() => shown.root.activeElement === document);
    const again = await askForCopy(shown, document);
    assertEqual(again.querySelector('input'), null);
    again.querySelector<HTMLElement>('[part=save-button]')?.click();
    await until(() => saved.length === 2);
  });

  it('is not given for another PIN: that is said, and can be tried again, after a wait in the end', async () => {
    const { document } = await handIn(shown);
    const panel = await askForCopy(shown, document);
    await enter(shown, '12');
    await isHeard(english.errors.pinLength(8));
    const field = await findIn<HTMLInputElement>(shown, '#copy-pin');
    const problem = (): string => wordsIn(shown.root.getElementById('copy-problem'));
    assertEqual([field.value, field.getAttribute('aria-invalid')], ['', 'true']);
    assert(field.getAttribute('aria-describedby')?.includes('copy-problem'), 'It is not linked.');
    const other = shown.created.pin === '12345678' ? '87654321' : '12345678';
    await enter(shown, other);
    await until(() => problem() === en.copy.wrongPin);
    await isHeard(en.copy.wrongPin);
    await until(() => shown.root.activeElement === field);
    await assertAccessible(shown.element);
    const wait = english.errors.tooManyTries('').split(' ').slice(0, 4).join(' ');
    while (!problem().startsWith(wait)) {
      await enter(shown, other);
      await until(() => panel.querySelector('[part=save-button]')?.textContent.includes(en.copy.saveNow));
    }
    assertEqual(panel.querySelector('[part=save-button]')?.getAttribute('aria-disabled'), 'true');
    await assertAccessible(shown.element);
    assertEqual(saved.length, 0, 'what was saved');
  });

  it('says when it could not be fetched, and is gone with the case', async () => {
    const { document } = await handIn(shown);
    await askForCopy(shown, document);
    await stopNetwork();
    await enter(shown, shown.created.pin);
    await until(() => wordsIn(shown.root.getElementById('copy-problem')) === english.errors.offline);
    await startNetwork();
    await enter(shown, shown.created.pin);
    await until(() => saved.length === 1);
    globalThis.document.dispatchEvent(new Event('lintas-exit'));
    assertEqual(shown.root.querySelector('[part=copy]'), null);
  });
});

describe('a copy on a small phone', () => {
  it('fits, also at twice the size', async () => {
    await resetNetwork();
    const phone = document.createElement('div');
    phone.style.inlineSize = '320px';
    document.body.append(phone);
    const shown = await showOpened('id', phone);
    give(await findIn(shown, '[part~=requirement]:nth-of-type(2)'), await photo());
    (await findIn(shown, '[part=copy-button]')).click();
    await findIn(shown, '[part=copy] input');
    for (const size of ['', '200%']) {
      document.documentElement.style.fontSize = size;
      const { left, right } = phone.getBoundingClientRect();
      const wide = [...shown.root.querySelectorAll('.copy *')]
        .map((element) => ({ name: element.localName, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.left < left - 1 || box.right > right + 1))
        .map(({ name }) => name);
      assertEqual(wide, [], `what is too wide at ${size || '100%'}`);
    }
    document.documentElement.style.fontSize = '';
    phone.remove();
  });
});
