// A questionnaire that each opened case may answer once: the person gets a token without anybody noticing, answers, and
// nothing of what is sent leads back to the case. However the network is, it counts once, and nobody is shut out.

import { newReceipt } from '@lintas/sdk/surveys';
import { keepDraft, recallDraft, type Draft } from '@lintas/sdk/surveys/drafts';
import { messages as widgets } from '../../src/locales/en.ts';
import { messages as en } from '../../src/locales/survey/en.ts';
import { assert, assertEqual, until } from '../core/assert.ts';
import { assertAccessible } from '../core/axe.ts';
import {
  answerInstead,
  append,
  callAsReviewer,
  CHECKED,
  createCase,
  IN_REVIEW,
  loseAnswers,
  problem,
  PROBLEM,
  RECEIVED,
  REFUSED,
  resetNetwork,
  startNetwork,
  stopNetwork,
} from '../../../tooling/src/browser-tests/api.ts';
import { open, showTracker } from '../status-tracker/tracker.ts';
import {
  answerAll,
  clearDevice,
  find,
  newMark,
  POST_CASE,
  press,
  showForm,
  type,
  wordsIn,
  type ShownForm,
} from './form.ts';

describe('a questionnaire for who has had a case', () => {
  let shown: Element[] = [];
  beforeEach(async () => {
    await resetNetwork();
    await clearDevice();
  });
  afterEach(async () => {
    window.fetch = fetch;
    closePage();
    await resetNetwork();
  });
  const closePage = (): void => {
    for (const element of shown) element.remove();
    shown = [];
  };
  const show = async (): Promise<ShownForm> => {
    const form = await showForm({ survey: POST_CASE, after: 'decided' });
    shown.push(form.element);
    return form;
  };
  const outcome = ({ root }: ShownForm, title: string): Promise<true> =>
    until(() => wordsIn(root.querySelector('[part=outcome] h3')) === title);

  /** A page with a tracker that shows a decided case, and the form. */
  async function openPage(): Promise<ShownForm> {
    const created = await createCase();
    await append(created, RECEIVED, IN_REVIEW, CHECKED, REFUSED);
    const form = await show();
    const tracker = await showTracker();
    shown.push(tracker.element);
    await open(tracker, created);
    await until(() => (form.root.querySelector('.root')?.getBoundingClientRect().height ?? 0) > 0);
    return form;
  }

  async function fill(form: ShownForm, mark: string): Promise<void> {
    await find(form, '[part=form]');
    answerAll(form);
    press(form, 'next-button');
    await find(form, '[part=back-button]');
    answerAll(form);
    type(await find(form, 'textarea'), mark);
    press(form, 'next-button');
    await find(form, '[part=review]');
  }

  it('is answered once, and what is sent has nothing in common with what the case asked for', async () => {
    const mark = newMark();
    const form = await openPage();
    const requests = watchRequests();
    press(form, 'start-button');
    await find(form, '[part=form]');
    assert(
      wordsIn(form.root.querySelector('[part=own-device]')).includes(en.device.onceOnly),
      'It is not said.',
    );
    await assertAccessible(form.element);
    const other = await show();
    await until(() => other.root.querySelector('.root')?.checkVisibility());
    press(other, 'start-button');
    await until(() => wordsIn(other.root.querySelector('[part=outcome]')).includes(en.answeredBefore));
    await assertAccessible(other.element);

    await fill(form, mark);
    press(form, 'send-button');
    await outcome(form, en.outcome.sentTitle);
    assertEqual(await taken(mark), 1, 'how often it was taken');

    const [asked, sent] = ['/tokens', '/responses'].map((end) =>
      requests.find(({ path }) => path.endsWith(end)),
    );
    assert(asked?.authorization, 'Nobody asked for a token as the opened case.');
    assert(sent && !sent.authorization, 'The answer says whose it is.');
    const { blinded } = JSON.parse(asked.body) as { blinded: string };
    const { token } = JSON.parse(sent.body) as { token: { message: string; signature: string } };
    for (const secret of Object.values(token))
      assert(secret.length > 40 && secret !== blinded, 'It was not blinded.');
    assert(!sent.body.includes(blinded), 'The answer names what was signed.');
  });

  it('shuts nobody out whose network breaks while the token comes', async () => {
    const form = await openPage();
    await loseAnswers('/tokens');
    press(form, 'start-button');
    await until(() => wordsIn(form.root.querySelector('[part=outcome] h3')) === en.openFailed);
    await resetNetwork();
    press(form, 'retry-button');
    await find(form, '[part=form]');
  });

  it('counts once when the network breaks while it is sent, and it is sent again', async () => {
    const mark = newMark();
    const form = await openPage();
    press(form, 'start-button');
    await fill(form, mark);
    await loseAnswers('/responses');
    press(form, 'send-button');
    await outcome(form, en.outcome.unsentTitle);
    assertEqual(await taken(mark), 1, 'how often it was taken before');
    await resetNetwork();
    press(form, 'retry-button');
    await outcome(form, en.outcome.sentTitle);
    assertEqual(await taken(mark), 1, 'how often it was taken');
  });

  it('that was begun on a device of their own goes on without the case, and is sent when the network returns', async () => {
    const mark = newMark();
    const form = await openPage();
    press(form, 'start-button');
    await find(form, '[part=form]');
    form.root.querySelector<HTMLElement>('[part=own-device] input')?.click();
    answerAll(form);
    await keptDraft(3);
    closePage();
    await stopNetwork();
    const again = await showForm({ survey: POST_CASE });
    shown.push(again.element);
    await until(() => wordsIn(again.root.querySelector('[part=invitation]')).includes(widgets.survey.draft));
    press(again, 'start-button');
    await fill(again, mark);
    press(again, 'send-button');
    await outcome(again, en.outcome.waitingTitle);
    await startNetwork();
    dispatchEvent(new Event('online'));
    await outcome(again, en.outcome.sentTitle);
    assertEqual(await taken(mark), 1, 'how often it was taken');
  });

  it('is refused with a forged token, said plainly, and the answers stay', async () => {
    const forged = { message: 'A'.repeat(86), signature: 'A'.repeat(342) };
    const draft = {
      survey: POST_CASE,
      version: 1,
      receipt: newReceipt(),
      seed: 1,
      page: 0,
      answers: { clarity: 2 },
    };
    await keepDraft({ ...draft, token: forged });
    const form = await showForm({ survey: POST_CASE });
    shown.push(form.element);
    press(form, 'start-button');
    await fill(form, newMark());
    press(form, 'send-button');
    await outcome(form, en.outcome.refusedTitle);
    await assertAccessible(form.element);
    press(form, 'retry-button');
    await find(form, '[part=form]');
    assert(form.root.querySelector('fieldset :checked'), 'The answers are gone.');
  });

  it('is said to be answered already where the token was used, whoever used it', async () => {
    const mark = newMark();
    const form = await openPage();
    press(form, 'start-button');
    await find(form, '[part=form]');
    form.root.querySelector<HTMLElement>('[part=own-device] input')?.click();
    const draft = await keptDraft();
    await fill(form, mark);
    press(form, 'send-button');
    await outcome(form, en.outcome.sentTitle);
    closePage();
    // As somebody would who has copied the token, and answers for a second time.
    await keepDraft({ ...draft, receipt: newReceipt() });
    const again = await showForm({ survey: POST_CASE });
    shown.push(again.element);
    press(again, 'start-button');
    await fill(again, newMark());
    press(again, 'send-button');
    await until(() => wordsIn(again.root.querySelector('[part=outcome]')).includes(en.answeredBefore));
    await assertAccessible(again.element);
    assertEqual(await taken(mark), 1, 'how often it was taken');
  });

  it('that ends while it is answered is said to have ended', async () => {
    const form = await openPage();
    press(form, 'start-button');
    await fill(form, newMark());
    await answerInstead(410, PROBLEM, problem('survey-closed', 410));
    press(form, 'send-button');
    await until(() => wordsIn(form.root.querySelector('[part=outcome]')).includes(en.closed));
    await assertAccessible(form.element);
  });
});

/** The form as it is kept, once it has so many answers. */
async function keptDraft(answers = 0): Promise<Draft> {
  return until(async () => {
    const draft = await recallDraft(POST_CASE);
    return draft && Object.keys(draft.answers).length >= answers && draft;
  });
}

/** How often the answer was taken, as the owner of the questionnaire sees it. */
async function taken(mark: string): Promise<number> {
  const { body } = await callAsReviewer<string>(
    'GET',
    `/v1/surveys/${POST_CASE}/responses.ndjson?part=texts`,
  );
  return body.split(mark).length - 1;
}

interface Requested {
  readonly path: string;
  readonly body: string;
  readonly authorization: boolean;
}

const { fetch } = window;

/** What the page sends from now on. */
function watchRequests(): readonly Requested[] {
  const requests: Requested[] = [];
  window.fetch = async (input, init) => {
    const request = input instanceof Request ? input.clone() : new Request(input, init);
    const body = request.method === 'POST' ? await request.text() : '';
    requests.push({
      path: new URL(request.url).pathname,
      body,
      authorization: request.headers.has('Authorization'),
    });
    return fetch(input, init);
  };
  return requests;
}
