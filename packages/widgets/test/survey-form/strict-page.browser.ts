// The survey form from the script tag's bundle, on a partner's page whose policy allows nothing but the least: offline
// in the middle, closed, opened again, and sent once.

import { recallDraft } from '@lintas/sdk/surveys/drafts';
import { messages as widgets } from '../../src/locales/id.ts';
import { messages as id } from '../../src/locales/survey/id.ts';
import { assertEqual, until } from '../core/assert.ts';
import { resetNetwork, startNetwork, stopNetwork } from '../../../tooling/src/browser-tests/api.ts';
import { answerAll, clearDevice, newMark, press, SKM, taken, wordsIn, type ShownForm } from './form.ts';

describe('a questionnaire on a page with the strictest policy', () => {
  const violations: unknown[] = [];
  const listen = ({ data }: MessageEvent<{ readonly type?: string }>): void => {
    if (data.type === 'violation') violations.push(data);
  };
  let frame: HTMLIFrameElement;

  beforeEach(async () => {
    await resetNetwork();
    await clearDevice();
    violations.length = 0;
    addEventListener('message', listen);
  });
  afterEach(async () => {
    removeEventListener('message', listen);
    frame.remove();
    await startNetwork();
  });

  async function openPage(): Promise<ShownForm> {
    frame = document.createElement('iframe');
    frame.style.inlineSize = '360px';
    frame.style.blockSize = '640px';
    frame.src = '/partner-page/?lang=id';
    document.body.append(frame);
    const page = await until(
      () => frame.contentDocument?.querySelector('lintas-status-tracker') && frame.contentDocument,
    );
    const element = page.createElement('lintas-survey-form');
    element.setAttribute('survey', SKM);
    page.body.append(element);
    const root = await until(() => element.shadowRoot);
    await until(() => root.querySelector('[part=start-button]'));
    return { element, root };
  }

  it('is answered offline in Indonesian, arrives once after the page was closed, and nothing is reported', async () => {
    const mark = newMark();
    const form = await openPage();
    const part = (name: string): Promise<HTMLElement> =>
      until(() => form.root.querySelector<HTMLElement>(`[part~=${name}]`));
    press(form, 'start-button');
    await part('form');
    await stopNetwork();
    press(form, 'next-button');
    await part('problems');
    answerAll(form);
    press(form, 'next-button');
    await part('back-button');
    answerAll(form);
    press(form, 'next-button');
    // Another document's element: its classes are not ours.
    const words = await until(() => form.root.querySelector('textarea'));
    words.value = mark;
    words.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    press(form, 'next-button');
    (await part('send-button')).click();
    (await part('keep-button')).click();
    await until(() => wordsIn(form.root.querySelector('[part=outcome] h3')) === id.outcome.waitingTitle);
    frame.remove();
    await startNetwork();
    const again = await openPage();
    await until(() =>
      wordsIn(again.root.querySelector('[part=invitation]')).includes(widgets.survey.arrived),
    );
    assertEqual(await taken(mark), 1, 'how often it was taken');
    assertEqual(violations, []);
  });

  it('is deleted from the device before anybody goes on, and nothing is reported', async () => {
    const form = await openPage();
    press(form, 'start-button');
    await until(() => form.root.querySelector('[part=form]'));
    answerAll(form);
    form.root.querySelector<HTMLElement>('[part=own-device] input')?.click();
    await until(() => recallDraft(SKM));
    frame.remove();
    const again = await openPage();
    const invitation = (): string => wordsIn(again.root.querySelector('[part=invitation]'));
    await until(() => invitation().includes(widgets.survey.draft));
    press(again, 'clear-button');
    await until(() => invitation().includes(id.outcome.cleared));
    assertEqual(violations, []);
  });

  it('stands in a dialog, and nothing is reported', async () => {
    const form = await openPage();
    form.element.setAttribute('dialog', '');
    await until(() => form.root.querySelector('dialog'));
    press(form, 'start-button');
    await until(() => form.root.querySelector('dialog[open] [part=form]'));
    press(form, 'close-button');
    assertEqual(violations, []);
  });
});
