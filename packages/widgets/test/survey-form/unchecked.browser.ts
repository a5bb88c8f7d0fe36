// A question whose translation nobody has checked never stands alone: what is asked, what it is answered with, and least of
// all what a person agrees to.

import type { Survey } from '@lintas/contract/surveys';
import { assert, assertEqual, until } from '../core/assert.ts';
import { assertAccessible } from '../core/axe.ts';
import { answerInstead, resetNetwork } from '../../../tooling/src/browser-tests/api.ts';
import { begin, clearDevice, find, press, type, wordsIn, type ShownForm } from './form.ts';
import { surveyOf } from './screens.ts';

const both = (words: string, en: string) => ({
  fa: { text: words, reviewed: 'machine' as const },
  en: { text: en, reviewed: 'peer' as const },
});

const QUESTIONS: Survey['pages'][number]['questions'] = [
  {
    id: 'name',
    kind: 'text',
    text: both('آن جا چه نام دارد؟', 'What is the place called?'),
    help: both('یک کلمه کافی است.', 'A word is enough.'),
  },
  {
    id: 'fair',
    kind: 'single',
    text: both('در {name} چگونه بود؟', 'How was it at {name}?'),
    options: [{ value: 'good', label: both('خوب', 'Good') }],
  },
  { id: 'agree', kind: 'consent', text: both('این را نگه دارید.', 'Keep this.'), required: true },
];

describe('a questionnaire that nobody has checked in the language of its reader', () => {
  let form: ShownForm;
  beforeEach(async () => {
    await resetNetwork();
    await clearDevice();
  });
  afterEach(async () => {
    form.element.remove();
    await resetNetwork();
  });

  /** What stands in English beside a part of the form. */
  const beside = (part: Element | null | undefined): string =>
    wordsIn(part?.querySelector('.checked-text[lang=en][dir=ltr]'));

  it('asks in a language that was checked, too, with the answers that were given put in', async () => {
    await answerInstead(200, 'application/json', JSON.stringify(surveyOf(QUESTIONS)));
    form = await begin({ lang: 'fa' });
    const [name, fair, agree] = form.root.querySelectorAll('[part=question]');
    assertEqual(beside(name?.querySelector('.words')), 'What is the place called?');
    assertEqual(beside(name?.querySelector('[id$=-help]')), 'A word is enough.');
    assertEqual(beside(fair?.querySelector('label')), 'Good');
    assertEqual(beside(agree?.querySelector('.words')), 'Keep this.');
    type(name?.querySelector('input'), 'Gate 4');
    await until(() => beside(fair?.querySelector('.words')) === 'How was it at Gate 4?');
    await assertAccessible(form.element);

    press(form, 'next-button');
    await find(form, '#problems');
    assertEqual(beside(form.root.querySelector('#problems a')), 'Keep this.');
    for (const each of [fair, agree]) each?.querySelector('input')?.click();
    press(form, 'next-button');
    const review = await find(form, '[part=review]');
    assertEqual(beside(review.querySelectorAll('.answer')[1]), 'Good');
    assertEqual(
      [...review.querySelectorAll('dt')].map(beside).join(' '),
      'What is the place called? How was it at Gate 4? Keep this.',
    );
    await assertAccessible(form.element);
  });

  it('has SKM in Persian and Arabic', async () => {
    for (const [lang, words] of [
      ['fa', 'هزینه چقدر مناسب است؟'],
      ['ar', 'ما مدى معقولية الرسوم؟'],
    ] as const) {
      form?.element.remove();
      form = await begin({ lang });
      const asked = [...form.root.querySelectorAll('.words')].find((each) => wordsIn(each).startsWith(words));
      assertEqual(beside(asked), 'How reasonable is the fee?', lang);
      for (const part of form.root.querySelectorAll('[part=question] .words, [part=question] label'))
        assert(/\p{Script=Arabic}/u.test(wordsIn(part)), `${lang}: ${wordsIn(part)}`);
      await assertAccessible(form.element);
    }
  });
});
