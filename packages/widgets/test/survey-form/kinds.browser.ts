// Every kind of question: named for who hears it, answered as people answer, fitting on a small phone, and never a trap.

import { html } from 'lit';
import type { Survey } from '@lintas/contract/surveys';
import { addSurveyTexts } from '../../src/survey-form/texts.ts';
import { registerQuestion } from '../../src/survey-form/registry.ts';
import { messages as en } from '../../src/locales/survey/en.ts';
import { assert, assertEqual, until } from '../core/assert.ts';
import { assertAccessible } from '../core/axe.ts';
import { answerInstead, resetNetwork } from '../../../tooling/src/browser-tests/api.ts';
import { addPseudoLanguage, inPseudoLetters } from '../status-tracker/screens.ts';
import {
  begin,
  choose,
  clearDevice,
  find,
  findQuestion,
  press,
  showForm,
  type,
  wordsIn,
  type ShownForm,
} from './form.ts';
import { QUESTIONS, surveyOf } from './screens.ts';

addPseudoLanguage();
addSurveyTexts('ar', () => Promise.resolve({ messages: inPseudoLetters(en) }));

describe('every kind of question', () => {
  let form: ShownForm;
  beforeEach(async () => {
    await resetNetwork();
    await clearDevice();
  });
  afterEach(async () => {
    form.element.remove();
    document.documentElement.style.colorScheme = '';
    document.documentElement.style.fontSize = '';
    await resetNetwork();
  });

  async function show(survey: Survey = surveyOf(QUESTIONS), attributes = {}): Promise<void> {
    await answerInstead(200, 'application/json', JSON.stringify(survey));
    form = await begin(attributes);
  }

  const answerOf = async (words: string): Promise<string> => {
    const given = await until(() =>
      [...form.root.querySelectorAll('.given')].find((each) => wordsIn(each).includes(words)),
    );
    return wordsIn(given.querySelector('.answer'));
  };

  /** Everything that has to be answered. */
  function fill(): void {
    type(findQuestion(form, 'call the place').querySelector('input'), 'Gate 4');
    choose(findQuestion(form, 'How fair'), 'Fair');
    choose(findQuestion(form, 'How were you told'), 'By phone');
    for (const row of findQuestion(form, 'rooms').querySelectorAll('tbody tr'))
      row.querySelector('input')?.click();
    choose(findQuestion(form, 'report'), en.consent);
  }

  it('keeps nobody out, in light and dark, with problems and in review', async () => {
    for (const scheme of ['light', 'dark']) {
      document.documentElement.style.colorScheme = scheme;
      await show();
      await assertAccessible(form.element);
      press(form, 'next-button');
      await find(form, '#problems');
      await assertAccessible(form.element);
      fill();
      press(form, 'next-button');
      await find(form, '[part=review]');
      await assertAccessible(form.element);
      if (scheme === 'light') form.element.remove();
    }
  });

  for (const lang of ['en', 'id', 'ar']) {
    it(`fits on a small phone, also at twice the size: ${lang}`, async () => {
      await show(surveyOf(QUESTIONS), { lang });
      form.element.style.inlineSize = '320px';
      press(form, 'next-button');
      await find(form, '#problems');
      for (const size of ['', '200%']) {
        document.documentElement.style.fontSize = size;
        const { left, right } = form.element.getBoundingClientRect();
        const wide = [...form.root.querySelectorAll('.root *')]
          .filter((element) => !element.closest('.visually-hidden, svg, thead, .trap'))
          .filter((element) => {
            const box = element.getBoundingClientRect();
            return box.width > 0 && (box.left < left - 1 || box.right > right + 1);
          })
          .map(({ localName, className }) => `${localName}.${String(className)}`);
        assertEqual(wide, [], `what is too wide at ${size || '100%'}`);
      }
      const small = [
        ...form.root.querySelectorAll('label.option, label.cell, button:not(.link), input[type=text]'),
      ]
        .filter((element) => element.getBoundingClientRect().height < 44)
        .map(wordsIn);
      assertEqual(small, [], 'what is too small for a thumb');
    });
  }

  it('names each radio of a table by its row and its column', async () => {
    await show();
    const inputs = [...findQuestion(form, 'rooms').querySelectorAll('input')];
    const names = inputs.map((input) =>
      (input.getAttribute('aria-labelledby') ?? '')
        .split(' ')
        .map((id) => wordsIn(form.root.getElementById(id)))
        .join(', '),
    );
    assertEqual(names.slice(0, 4), [
      'Waiting room, Bad',
      'Waiting room, Fine',
      'Waiting room, Good',
      'Counter, Bad',
    ]);
  });

  it('reads numbers and days in any digits, and shows answers in the texts of later questions', async () => {
    await show();
    fill();
    await until(() => wordsIn(findQuestion(form, 'How fair')).includes('How fair was it at Gate 4?'));
    type(findQuestion(form, 'How often').querySelector('input'), '١٢');
    const [day, month, year] = findQuestion(form, 'last time').querySelectorAll('input');
    type(day, '۳');
    type(month, '2');
    type(year, '2026');
    press(form, 'next-button');
    assert((await answerOf('How often')).startsWith('12'), await answerOf('How often'));
    assertEqual(await answerOf('last time'), '3 February 2026');
    assertEqual(await answerOf('How were the rooms'), 'Waiting room: BadCounter: Bad');
  });

  it('says what is wrong with a number, a day and too many choices', async () => {
    await show();
    fill();
    const [often, when, ways] = ['How often', 'last time', 'Which ways'].map((words) =>
      findQuestion(form, words),
    );
    assert(often && when && ways, 'A question is missing.');
    type(often.querySelector('input'), 'often');
    type(when.querySelector('input'), '31');
    choose(ways, 'By letter');
    choose(ways, 'By phone');
    press(form, 'next-button');
    await find(form, '#problems');
    for (const [question, problem] of [
      [often, en.problems.number],
      [when, en.problems.date],
      [ways, en.problems.tooMany(1)],
    ] as const) {
      assert(wordsIn(question).includes(problem), wordsIn(question));
    }
    // What stands alone takes the others away.
    choose(ways, 'None of these');
    await until(() => ways.querySelectorAll(':checked').length === 1);
    type(often.querySelector('input'), '99');
    await until(() => wordsIn(often).includes(en.problems.between('1', '50')));
    assertEqual(often.querySelector('input')?.value, '99', 'what was typed');
  });

  it('shows a question when an earlier answer asks for it, and takes a choice back', async () => {
    await show();
    assert(!wordsIn(form.root.querySelector('form')).includes('What do you wish?'), 'It is asked too early.');
    choose(findQuestion(form, 'How were you told'), 'None of these');
    await until(() => wordsIn(form.root.querySelector('form')).includes('What do you wish?'));
    const clear = findQuestion(form, 'How clear');
    clear.querySelector('input')?.click();
    (await until(() => clear.querySelector<HTMLElement>('button.link'))).click();
    await until(() => !clear.querySelector('button.link'));
    assertEqual(clear.querySelectorAll(':checked').length, 0);
  });

  it('does not hold anybody at a question that it cannot show', async () => {
    await show();
    assert(wordsIn(findQuestion(form, 'Which colour')).includes(en.unknownKind), 'It is not said.');
    fill();
    press(form, 'next-button');
    const review = wordsIn(await find(form, '[part=review]'));
    assert(!review.includes('Which colour') && !review.includes('aura'), review);
  });

  it('fetches no recording before its button is pressed', async () => {
    await show();
    assertEqual(form.root.querySelectorAll('audio').length, 0);
    const button = await find(form, '[part=listen-button]');
    assertEqual(
      button.getAttribute('aria-describedby'),
      findQuestion(form, 'How fair').querySelector('legend')?.id,
    );
    const names = performance.getEntriesByType('resource').map(({ name }) => name);
    assert(!names.some((name) => name.includes('audio.example.org')), 'It was fetched.');
  });

  it('says that a case has to be opened first where the questionnaire needs a token', async () => {
    await answerInstead(200, 'application/json', JSON.stringify(surveyOf(QUESTIONS, { access: 'token' })));
    form = await showForm();
    press(form, 'start-button');
    await until(() => wordsIn(form.root.querySelector('[part=outcome]')).includes(en.needsCase));
    await assertAccessible(form.element);
  });

  it('says that it has ended', async () => {
    const closed = surveyOf(QUESTIONS, { closesAt: '2026-01-01T00:00:00Z' });
    await answerInstead(200, 'application/json', JSON.stringify(closed));
    form = await showForm();
    press(form, 'start-button');
    await until(() => wordsIn(form.root.querySelector('[part=outcome]')).includes(en.closed));
  });

  // Last, because it counts for the whole page.
  it("is shown by the page's own code where the page brings some", async () => {
    registerQuestion(
      'aura_reading',
      ({ id, labelledBy, answer, give }) =>
        html`<button type="button" id=${id} aria-describedby=${labelledBy} @click=${() => give('blue')}>
          ${answer ?? 'choose blue'}
        </button>`,
    );
    await show();
    fill();
    press(form, 'next-button');
    const summary = await find(form, '#problems');
    assertEqual(summary.querySelectorAll('a').length, 1, 'A required question of the page was left out.');
    findQuestion(form, 'Which colour').querySelector('button')?.click();
    await until(() => !form.root.querySelector('#problems'));
    press(form, 'next-button');
    assertEqual(await answerOf('Which colour'), 'blue');
  });
});
