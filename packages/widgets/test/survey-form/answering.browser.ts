// A person answers a questionnaire from the invitation to the receipt, goes back, is told what is missing, and answers
// once however the network is.

import { recallDraft } from '@lintas/sdk/surveys/drafts';
import { sendKeys } from '@web/test-runner-commands';
import { messages as widgets } from '../../src/locales/en.ts';
import { messages as en } from '../../src/locales/survey/en.ts';
import { messages as id } from '../../src/locales/survey/id.ts';
import { assert, assertEqual, until } from '../core/assert.ts';
import { assertAccessible } from '../core/axe.ts';
import { listDatabases } from '../../../sdk/test/support/device.ts';
import { findApi, resetNetwork, startNetwork, stopNetwork } from '../../../tooling/src/browser-tests/api.ts';
import {
  answerAll,
  begin,
  clearDevice,
  choose,
  fillSkm,
  find,
  findQuestion,
  newMark,
  press,
  showForm,
  SKM,
  taken,
  wordsIn,
  type ShownForm,
} from './form.ts';

describe('a questionnaire', () => {
  let form: ShownForm;
  beforeEach(async () => {
    await resetNetwork();
    await clearDevice();
  });
  afterEach(async () => {
    form.element.remove();
    await startNetwork();
  });

  const outcome = async (title: string): Promise<void> =>
    void (await until(() => wordsIn(form.root.querySelector('[part=outcome] h3')) === title));

  it('fetches nothing from the API before a person begins', async () => {
    const { url } = await findApi();
    performance.clearResourceTimings();
    form = await showForm();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const calls = performance.getEntriesByType('resource').filter(({ name }) => name.startsWith(url));
    assertEqual(
      calls.map(({ name }) => name),
      [],
    );
    await assertAccessible(form.element);
  });

  it('is answered page by page, looked over, sent, and acknowledged', async () => {
    form = await begin();
    const mark = newMark();
    const heard: string[] = [];
    form.element.addEventListener('lintas-survey-submit', (event) =>
      heard.push(`${event.type} ${event.survey}`),
    );
    form.element.addEventListener('lintas-survey-submitted', (event) =>
      heard.push(`${event.type} ${event.outcome}`),
    );
    await fillSkm(form, mark);
    const review = wordsIn(await find(form, '[part=review]'));
    for (const words of ['Does not fit', mark]) assert(review.includes(words), review);
    await assertAccessible(form.element);
    press(form, 'send-button');
    await outcome(en.outcome.sentTitle);
    await assertAccessible(form.element);
    assertEqual(await taken(mark), 1, 'how often it was taken');
    assertEqual(heard, [`lintas-survey-submit ${form.element.survey}`, 'lintas-survey-submitted sent']);
    assert(/[\w-]{22}/.test(wordsIn(form.root.querySelector('[part=receipt] code'))), 'There is no receipt.');
  });

  it('says what is missing, takes the person there, and says so no longer once it is answered', async () => {
    form = await begin();
    press(form, 'next-button');
    const summary = await until(() => form.root.querySelector('#problems'));
    await until(() => form.root.activeElement === summary);
    const links = [...summary.querySelectorAll('a')];
    assertEqual(links.length, 9);
    await assertAccessible(form.element);
    links[1]?.click();
    const second = await until(() => form.root.querySelectorAll('fieldset')[1]);
    await until(() => second.contains(form.root.activeElement));
    assert(wordsIn(second).includes(en.problems.requiredOrDecline), wordsIn(second));
    assert(second.getAttribute('aria-describedby')?.includes('error'), 'The problem is not heard.');
    choose(second, 'Easy');
    await until(() => !wordsIn(second).includes(en.problems.requiredOrDecline));
    assertEqual(form.root.querySelectorAll('#problems a').length, 8);
    choose(findQuestion(form, 'How fast'), en.decline);
    await until(() => form.root.querySelectorAll('#problems a').length === 7);
  });

  it('goes back with all answers as they were, and changes one from the review', async () => {
    form = await begin();
    await fillSkm(form, newMark());
    form.root.querySelector<HTMLElement>('.given button')?.click();
    const first = await until(() => form.root.querySelector('fieldset'));
    await until(() => first.contains(form.root.activeElement));
    const inputs = [...first.querySelectorAll('input')];
    assertEqual(
      inputs.map(({ checked }) => checked),
      [true, false, false, false, false],
    );
    choose(first, 'Fits very well');
    press(form, 'next-button');
    await until(() => form.root.querySelector('[part=back-button]'));
    press(form, 'back-button');
    await until(() => !form.root.querySelector('[part=back-button]'));
    assert(
      form.root.querySelectorAll('fieldset')[0]?.querySelectorAll('input')[3]?.checked,
      'It was forgotten.',
    );
  });

  it('can be stopped by the page before anything is sent', async () => {
    form = await begin();
    const mark = newMark();
    form.element.addEventListener('lintas-survey-submit', (event) => event.preventDefault());
    await fillSkm(form, mark);
    press(form, 'send-button');
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert(form.root.querySelector('[part=review]'), 'It went on.');
    assertEqual(await taken(mark), 0);
  });

  it('asks before anything is kept on the device, then keeps it and sends it once', async () => {
    form = await begin();
    const mark = newMark();
    await fillSkm(form, mark);
    await stopNetwork();
    press(form, 'send-button');
    await outcome(en.outcome.unsentTitle);
    await assertAccessible(form.element);
    press(form, 'keep-button');
    await outcome(en.outcome.waitingTitle);
    await assertAccessible(form.element);
    // The page is closed and opened again.
    form.element.remove();
    await startNetwork();
    form = await showForm();
    await until(() => wordsIn(form.root.querySelector('[part=invitation]')).includes(widgets.survey.arrived));
    assertEqual(await taken(mark), 1, 'how often it was taken');
  });

  it('sends what waits as soon as the network is back, while the page is open', async () => {
    form = await begin();
    const mark = newMark();
    await fillSkm(form, mark);
    await stopNetwork();
    press(form, 'send-button');
    await outcome(en.outcome.unsentTitle);
    press(form, 'keep-button');
    await outcome(en.outcome.waitingTitle);
    await startNetwork();
    dispatchEvent(new Event('online'));
    await outcome(en.outcome.sentTitle);
    assertEqual(await taken(mark), 1, 'how often it was taken');
  });

  it('comes back after a reload if the person wanted that, and only then', async () => {
    form = await begin();
    answerAll(form);
    form.element.remove();
    form = await showForm();
    assert(!wordsIn(form.root.querySelector('.root')).includes(widgets.survey.draft), 'It was kept unasked.');
    press(form, 'start-button');
    await find(form, '[part=form]');
    form.root.querySelector<HTMLElement>('[part=own-device] input')?.click();
    answerAll(form);
    press(form, 'next-button');
    // A moment after the last change it is on the device.
    await until(async () => Object.keys((await recallDraft(SKM))?.answers ?? {}).length === 9);
    form.element.remove();
    form = await showForm();
    await until(() => wordsIn(form.root.querySelector('[part=invitation]')).includes(widgets.survey.draft));
    press(form, 'start-button');
    await find(form, '[part=back-button]');
    press(form, 'back-button');
    await until(() => form.root.querySelectorAll('fieldset').length === 9);
    assert(form.root.querySelectorAll('fieldset')[8]?.querySelector('input')?.checked, 'It was forgotten.');
  });

  it('leaves nothing on screen or device when the person leaves in a hurry', async () => {
    form = await begin();
    form.root.querySelector<HTMLElement>('[part=own-device] input')?.click();
    answerAll(form);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    document.dispatchEvent(new Event('lintas-exit'));
    assert(!form.root.querySelector('[part=form]'), 'The form is still there.');
    if ('databases' in indexedDB) {
      await until(async () => !(await listDatabases()).includes('lintas-surveys'));
    }
  });

  it('is answered by the keyboard alone', async () => {
    form = await begin({ layout: 'one' });
    await until(() => form.root.activeElement?.id === 'step');
    await sendKeys({ press: 'Tab' });
    assertEqual(form.root.activeElement?.getAttribute('type'), 'radio');
    await sendKeys({ press: ' ' });
    await sendKeys({ press: 'ArrowDown' });
    assert(
      form.root.querySelectorAll<HTMLInputElement>('fieldset input')[1]?.checked,
      'Arrows do not choose.',
    );
    await sendKeys({ press: 'Enter' });
    await until(() => wordsIn(form.root.querySelector('#step')) === en.step(2, 16));
    await until(() => form.root.activeElement?.id === 'step');
  });

  it('stands in a dialog that closes and keeps what was answered', async () => {
    form = await showForm({ dialog: '' });
    await form.element.open();
    const dialog = await until(() => form.root.querySelector('dialog'));
    assert(dialog.open && dialog.querySelector('lintas-quick-exit'), 'There is no way out of the dialog.');
    answerAll(form);
    await assertAccessible(form.element);
    press(form, 'close-button');
    assert(!dialog.open, 'It is still open.');
    press(form, 'start-button');
    assert(
      dialog.open && form.root.querySelector<HTMLInputElement>('fieldset input')?.checked,
      'It was forgotten.',
    );
  });

  it('speaks Indonesian, also when the page changes its mind', async () => {
    form = await begin();
    answerAll(form);
    form.element.lang = 'id';
    await until(() => wordsIn(form.root.querySelector('[part=next-button]')) === id.next);
    assert(
      wordsIn(form.root.querySelector('fieldset')).includes('kesesuaian persyaratan'),
      'Still in English.',
    );
    assert(form.root.querySelector<HTMLInputElement>('fieldset input')?.checked, 'It was forgotten.');
  });
});
