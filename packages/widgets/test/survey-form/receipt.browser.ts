// Who has sent answers can take the receipt with them, with which the answers can be deleted.

import { messages as en } from '../../src/locales/survey/en.ts';
import { assert, assertEqual, until } from '../core/assert.ts';
import { assertAccessible } from '../core/axe.ts';
import { findApi, resetNetwork, startNetwork, stopNetwork } from '../../../tooling/src/browser-tests/api.ts';
import {
  begin,
  clearDevice,
  fillSkm,
  find,
  newMark,
  press,
  showForm,
  taken,
  wordsIn,
  type ShownForm,
} from './form.ts';

/** What the device's clipboard answers in a test: engines differ in what they let tests do. */
function setClipboard(writeText: ((text: string) => Promise<void>) | undefined): void {
  Object.defineProperty(navigator, 'clipboard', { value: writeText && { writeText }, configurable: true });
}

describe('the receipt of a questionnaire', () => {
  let form: ShownForm;
  let receipt: string;
  let mark: string;
  beforeEach(async () => {
    await resetNetwork();
    await clearDevice();
    form = await begin();
    mark = newMark();
    await fillSkm(form, mark);
  });
  afterEach(() => {
    form.element.remove();
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  const readReceipt = async (): Promise<string> => wordsIn(await find(form, '[part=receipt] code'));
  async function sendAll(): Promise<void> {
    press(form, 'send-button');
    receipt = await readReceipt();
  }
  async function eraseAnswers(): Promise<void> {
    const { url, key } = await findApi();
    const response = await fetch(`${url}/v1/surveys/${form.element.survey}/erasures`, {
      method: 'POST',
      headers: { 'Lintas-Key': key, 'Content-Type': 'application/json' },
      body: JSON.stringify({ receipt }),
    });
    assert(response.ok, `${response.status}`);
  }
  const told = (words: string): Promise<true> =>
    until(() => wordsIn(form.root.querySelector('[part=receipt] [role=status]')) === words);

  it('is copied, and says so', async () => {
    await sendAll();
    const copied: string[] = [];
    setClipboard((text) => Promise.resolve(void copied.push(text)));
    press(form, 'copy-button');
    await told(en.outcome.copied);
    assertEqual(copied, [receipt]);
    await assertAccessible(form.element);
  });

  it('stands there in groups of four, with gaps that are not copied, and is parted between two of them alone', async () => {
    await sendAll();
    const code = await find(form, '[part=receipt] code');
    const groups = [...code.querySelectorAll('span')];
    assertEqual(groups.map(wordsIn).join(''), receipt);
    assert(
      groups.slice(0, -1).every((group) => wordsIn(group).length === 4),
      wordsIn(code),
    );
    getSelection()?.selectAllChildren(code);
    assertEqual(getSelection()?.toString().trim(), receipt);
    const [first, second] = groups.map((group) => group.getBoundingClientRect());
    assert(first && second && second.left - first.right > 8, 'The gap cannot be seen.');
    form.element.style.inlineSize = '11rem';
    assert(
      groups.every((group) => group.getClientRects().length === 1),
      'A group is parted.',
    );
    assert(new Set(groups.map((group) => group.getBoundingClientRect().top)).size > 1, 'It is too wide.');
  });

  it('is marked for people to copy it themselves where the clipboard is refused, or there is none', async () => {
    await sendAll();
    for (const writeText of [() => Promise.reject(new Error('No.')), undefined]) {
      setClipboard(writeText);
      getSelection()?.removeAllRanges();
      press(form, 'copy-button');
      await told(en.outcome.copyRefused);
      assert(getSelection()?.toString().includes(receipt), 'It is not marked.');
    }
  });

  it('has the answers deleted, as it says', async () => {
    await sendAll();
    assert(
      wordsIn(form.root.querySelector('[part=receipt]')).includes(en.outcome.receiptMeans),
      'It does not say what it is for.',
    );
    await eraseAnswers();
    assertEqual(await taken(mark), 0, 'how many are left');
  });

  it('can be taken along while the answers wait for the network, because the page may be closed when they arrive', async () => {
    await stopNetwork();
    press(form, 'send-button');
    (await find(form, '[part=keep-button]')).click();
    receipt = await readReceipt();
    setClipboard(() => Promise.resolve());
    press(form, 'copy-button');
    await told(en.outcome.copied);
    await assertAccessible(form.element);
    form.element.remove();
    await startNetwork();
    form = await showForm();
    await until(async () => (await taken(mark)) === 1);
    await eraseAnswers();
    assertEqual(await taken(mark), 0, 'how many are left');
  });
});
