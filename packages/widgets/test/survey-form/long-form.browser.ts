// A form of many questions on one page, of which browsers lay out only what is near: it is still one form.

import type { Question } from '@lintas/contract/surveys';
import { messages as en } from '../../src/locales/survey/en.ts';
import { assert, assertEqual, until } from '../core/assert.ts';
import { findInReach } from '../core/in-reach.ts';
import { answerInstead, resetNetwork } from '../../../tooling/src/browser-tests/api.ts';
import { answerAll, begin, clearDevice, find, findQuestion, press, wordsIn, type ShownForm } from './form.ts';
import { surveyOf } from './screens.ts';

const COUNT = 90;
const HIDDEN = 70;

const text = (words: string) => ({ en: { text: words, reviewed: 'peer' as const } });

const QUESTIONS = Array.from({ length: COUNT }, (_, i): Question => ({
  id: `q${i}`,
  kind: 'scale5',
  text: text(`Was it good on day ${i}?`),
  required: true,
  ...(i === HIDDEN && { showIf: { kind: 'equals', question: 'q0', value: 5 } }),
}));

describe('a form of many questions', () => {
  let form: ShownForm;
  beforeEach(async () => {
    await resetNetwork();
    await clearDevice();
    await answerInstead(200, 'application/json', JSON.stringify(surveyOf(QUESTIONS)));
    form = await begin({ layout: 'whole' });
  });
  afterEach(async () => {
    form.element.remove();
    await resetNetwork();
  });

  const questions = (): HTMLElement[] => [
    ...form.root.querySelectorAll<HTMLElement>('fieldset[part=question]'),
  ];

  it('leads from the list of what is missing to its last question', async () => {
    press(form, 'next-button');
    const summary = await find(form, '#problems');
    await until(() => form.root.activeElement === summary);
    const links = [...summary.querySelectorAll('a')];
    assertEqual(links.length, COUNT - 1);
    links.at(-1)?.click();
    const last = await until(() => questions().at(-1));
    await until(() => last.contains(form.root.activeElement));
    await until(() => {
      const { top, bottom } = form.root.activeElement?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
      return bottom > top && top >= 0 && bottom <= innerHeight;
    });
    assert(wordsIn(last).includes(en.problems.required), wordsIn(last));
  });

  it('asks what an early answer calls for far below, and no longer once it is taken back', async () => {
    assertEqual(questions().length, COUNT - 1);
    const [first] = questions();
    first?.querySelectorAll('input')[4]?.click();
    await until(() => questions().length === COUNT);
    assertEqual(questions().indexOf(findQuestion(form, `day ${HIDDEN}?`)), HIDDEN);
    first?.querySelectorAll('input')[0]?.click();
    await until(() => questions().length === COUNT - 1);
  });

  it('leaves all other questions as they are when one is answered', async () => {
    const before = questions();
    const touched: Node[] = [];
    const observer = new MutationObserver((records) => touched.push(...records.map(({ target }) => target)));
    observer.observe(form.root, { subtree: true, childList: true, attributes: true, characterData: true });
    before[60]?.querySelector('input')?.click();
    await until(() => wordsIn(form.root.querySelector('[part=progress]')) === en.answered(1, COUNT - 1));
    observer.disconnect();
    assert(touched.length > 0, 'Nothing was seen.');
    assertEqual(
      before.filter((question) => touched.some((node) => question.contains(node))).map(wordsIn),
      [],
      'questions that were shown anew',
    );
    assert(
      before.every((question, i) => questions()[i] === question),
      'A question was made anew.',
    );
  });

  it('has the way out in reach from the first question to the last', async () => {
    for (const dialog of [false, true]) {
      if (dialog) {
        form.element.remove();
        form = await begin({ layout: 'whole', dialog: '' });
      }
      await findInReach(form.element);
      questions().at(-1)?.scrollIntoView({ block: 'end' });
      await findInReach(form.element);
    }
  });

  it('is answered from the first question to the last, and looked over', async () => {
    questions()[0]?.querySelector('input')?.click();
    answerAll(form);
    press(form, 'next-button');
    await find(form, '[part=review]');
    assertEqual(form.root.querySelectorAll('.given').length, COUNT - 1);
  });
});
