// What the device keeps of a questionnaire: a person is told the truth about it, and can have it gone without a trace.

import { SKM_ELEMENTS, type Answers } from '@lintas/contract/surveys';
import { createSurveysClient, newReceipt } from '@lintas/sdk/surveys';
import { recallDraft } from '@lintas/sdk/surveys/drafts';
import { openResponseQueue } from '@lintas/sdk/surveys/queue';
import { messages as widgets } from '../../src/locales/en.ts';
import { messages as en } from '../../src/locales/survey/en.ts';
import { assert, assertEqual, until } from '../core/assert.ts';
import { assertAccessible } from '../core/axe.ts';
import {
  answerInstead,
  findApi,
  holdAnswersBack,
  problem,
  PROBLEM,
  resetNetwork,
  startNetwork,
  stopNetwork,
} from '../../../tooling/src/browser-tests/api.ts';
import {
  answerAll,
  begin,
  clearDevice,
  fillSkm,
  find,
  newMark,
  POST_CASE,
  press,
  showForm,
  SKM,
  taken,
  wordsIn,
  type ShownForm,
} from './form.ts';

const ALL_THREES: Answers = Object.fromEntries(SKM_ELEMENTS.map((element) => [element, 3]));

describe('answers on the device', () => {
  let forms: ShownForm[] = [];
  const show = async (...given: Parameters<typeof showForm>): Promise<ShownForm> => {
    const form = await showForm(...given);
    forms.push(form);
    return form;
  };
  const closePage = (): void => {
    for (const { element } of forms) element.remove();
    forms = [];
  };
  beforeEach(async () => {
    await resetNetwork();
    await clearDevice();
  });
  afterEach(async () => {
    closePage();
    await resetNetwork();
  });

  const invites = ({ root }: ShownForm, words: string): Promise<true> =>
    until(() => wordsIn(root.querySelector('[part=invitation]')).includes(words));
  const outcome = ({ root }: ShownForm, title: string): Promise<true> =>
    until(() => wordsIn(root.querySelector('[part=outcome] h3')) === title);
  /** Answers offline on a device of their own. */
  async function answerOffline(mark: string): Promise<ShownForm> {
    const form = await begin();
    forms.push(form);
    form.root.querySelector<HTMLElement>('[part=own-device] input')?.click();
    await fillSkm(form, mark);
    await stopNetwork();
    press(form, 'send-button');
    await outcome(form, en.outcome.waitingTitle);
    return form;
  }
  /** What an earlier visit could not send. */
  async function leaveWaiting(answers: Answers): Promise<void> {
    const { url, key } = await findApi();
    await stopNetwork();
    const timing = { oneTry: 500, wholeCall: 500, tries: 1, firstBackoff: 50 };
    const queue = openResponseQueue(createSurveysClient({ baseUrl: url, key, timing }));
    const response = { version: 1, language: 'id', receipt: newReceipt(), answers: { ...answers } };
    assertEqual(await queue.add(SKM, response), 'waiting');
    queue.close();
    await startNetwork();
  }
  /** Begins, agrees to have it kept, and waits until it is. */
  async function beginDraft(attributes = {}): Promise<ShownForm> {
    const form = await begin(attributes);
    forms.push(form);
    answerAll(form);
    form.root.querySelector<HTMLElement>('[part=own-device] input')?.click();
    await until(async () => Object.keys((await recallDraft(SKM))?.answers ?? {}).length > 0);
    return form;
  }

  it('are asked for in English, too, where nobody has checked the translation', async () => {
    const form = await begin({ lang: 'fa' });
    forms.push(form);
    const choice = await find(form, '[part=own-device]');
    const english = await until(() => choice.querySelector('.checked-text[lang=en]'));
    assertEqual(wordsIn(english), `${en.device.keep}. ${en.device.keepMeans}`);
    await assertAccessible(form.element);
  });

  it('that were deleted are said to be deleted, and are gone without a trace', async () => {
    const mark = newMark();
    const form = await answerOffline(mark);
    press(form, 'clear-button');
    await outcome(form, en.outcome.clearedTitle);
    assert(form.root.activeElement?.id === 'outcome-title', 'Nobody hears it.');
    await assertAccessible(form.element);
    await startNetwork();
    dispatchEvent(new Event('online'));
    closePage();
    await show();
    assertEqual(await taken(mark), 0, 'how often it was taken');
    assertEqual(await traces(), [], 'what is left');
  });

  it('are not said to have arrived when the API refuses them later', async () => {
    const form = await answerOffline(newMark());
    await startNetwork();
    await answerInstead(410, PROBLEM, problem('survey-closed', 410));
    dispatchEvent(new Event('online'));
    await outcome(form, en.outcome.lateTitle);
    await assertAccessible(form.element);
  });

  it('are not said to have arrived when the API refuses them on the next visit', async () => {
    await leaveWaiting({ requirements: 5 });
    const form = await show();
    await invites(form, en.outcome.lateTitle);
    assert(
      !wordsIn(form.root.querySelector('.root')).includes(widgets.survey.arrived),
      'It says they arrived.',
    );
    await assertAccessible(form.element);
  });

  it('are not said to have arrived when another window has deleted them', async () => {
    const mark = newMark();
    const form = await answerOffline(mark);
    const { url, key } = await findApi();
    const other = openResponseQueue(createSurveysClient({ baseUrl: url, key }));
    await other.clearDevice();
    other.close();
    await startNetwork();
    dispatchEvent(new Event('online'));
    await outcome(form, en.outcome.elsewhereTitle);
    await assertAccessible(form.element);
    assertEqual(await taken(mark), 0, 'how often it was taken');
  });

  it('are not said to have arrived when they are deleted while they are sent', async () => {
    const mark = newMark();
    const form = await begin();
    forms.push(form);
    form.root.querySelector<HTMLElement>('[part=own-device] input')?.click();
    await fillSkm(form, mark);
    await holdAnswersBack();
    let submitted = 0;
    form.element.addEventListener('lintas-survey-submitted', () => (submitted += 1));
    press(form, 'send-button');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { url, key } = await findApi();
    const other = openResponseQueue(createSurveysClient({ baseUrl: url, key }));
    await other.clearDevice();
    other.close();
    await outcome(form, en.outcome.clearedTitle);
    await assertAccessible(form.element);
    await resetNetwork();
    assertEqual(submitted, 0, 'how often the page was told of an answer');
    assertEqual(await taken(mark), 0, 'how often it was taken');
  });

  it('are told by the form of their own questionnaire, whichever is on the page', async () => {
    const mark = newMark();
    await leaveWaiting({ ...ALL_THREES, suggestion: mark });
    const other = await show({ survey: POST_CASE });
    const own = await show();
    await invites(own, widgets.survey.arrived);
    assert(
      !wordsIn(other.root.querySelector('.root')).includes(widgets.survey.arrived),
      'The other says so.',
    );
    assertEqual(await taken(mark), 1, 'how often it was taken');
  });

  it('can be deleted before anybody goes on, as on a device that is shared', async () => {
    await beginDraft();
    closePage();
    const form = await show();
    await invites(form, widgets.survey.draft);
    await assertAccessible(form.element);
    press(form, 'clear-button');
    await invites(form, en.outcome.cleared);
    assert(form.root.activeElement?.matches('[part=start-button]'), 'The focus is lost.');
    await assertAccessible(form.element);
    assertEqual(await traces(), [], 'what is left');
    press(form, 'start-button');
    await find(form, '[part=form]');
    assertEqual(form.root.querySelectorAll(':checked').length, 0);
  });

  it('are there to go on with also while the API cannot be reached, and are sent later', async () => {
    await beginDraft();
    closePage();
    await stopNetwork();
    const form = await show();
    await invites(form, widgets.survey.draft);
    press(form, 'start-button');
    await find(form, '[part=form]');
    assertEqual(form.root.querySelectorAll('fieldset :checked').length, 9);
    const mark = newMark();
    await fillSkm(form, mark);
    press(form, 'send-button');
    await outcome(form, en.outcome.waitingTitle);
    await startNetwork();
    dispatchEvent(new Event('online'));
    await outcome(form, en.outcome.sentTitle);
    assertEqual(await taken(mark), 1, 'how often it was taken');
    assertEqual(await recallDraft(SKM), undefined);
  });
});

/** What somebody finds who looks into the browser for anything of ours; uploads are tested in the same browser. */
async function traces(): Promise<readonly string[]> {
  const databases = (await indexedDB.databases())
    .map(({ name }) => name ?? '')
    .filter((name) => name !== 'lintas-uploads');
  const caches = 'caches' in window ? await window.caches.keys() : [];
  const stored = [localStorage, sessionStorage].flatMap((storage) => Object.keys(storage));
  return [...databases, ...caches, ...stored, document.cookie].filter((name) => name.includes('lintas'));
}
