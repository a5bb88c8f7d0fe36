// The form: what it shows, and that the server takes exactly what it can produce.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  openForm,
  optionsInOrder,
  pipeText,
  questionsInOrder,
  responseErrors,
  surveyErrors,
  type QuestionAnswer,
  type Answers,
  type Condition,
  type Question,
  type SurveyPage,
} from '@lintas/contract/surveys';
import { question, surveyInput } from './surveys.ts';

const survey = {
  pages: [
    {
      id: 'first',
      questions: [
        question('used', 'single', { required: true, options: ['yes', 'no'] }),
        question('why', 'text', { showIf: { kind: 'equals', question: 'used', value: 'no' }, maxLength: 40 }),
        question('rating', 'scale4', {
          required: true,
          showIf: { kind: 'equals', question: 'used', value: 'yes' },
          skipTo: [{ when: { kind: 'at_least', question: 'rating', value: 3 }, to: 'end' }],
        }),
        question('bad', 'multi', { options: ['time', 'fee', 'none'], alone: 'none' }),
      ],
    },
    {
      id: 'second',
      showIf: { kind: 'includes', question: 'bad', value: 'time' } as const,
      questions: [question('days', 'number', { min: 0, max: 900, required: true })],
    },
  ],
} satisfies { pages: SurveyPage[] };

const codes = (answers: Answers, of: SurveyPage[] = survey.pages) =>
  responseErrors({ pages: of }, answers).map(({ pointer, code }) => `${pointer} ${code}`);

describe('a form', () => {
  test('shows what belongs to the answers so far, says what changed, and how far somebody is', () => {
    const form = openForm(survey);
    assert.deepEqual(form.progress(), { asked: 2, answered: 0 });
    assert.deepEqual(form.answer('used', 'yes'), ['rating']);
    assert.deepEqual(form.answer('bad', ['time']), ['days']);
    assert.deepEqual(form.answer('rating', 4), ['bad', 'days']);
    assert.deepEqual(form.response(), { used: 'yes', rating: 4 });
    assert.deepEqual(form.progress(), { asked: 2, answered: 2 });
  });

  test('keeps the answer to a question that goes, for when it comes back', () => {
    const form = openForm(survey, { used: 'yes', rating: 1, bad: ['time'], days: 30 });
    form.answer('rating', 4);
    assert.deepEqual(form.response(), { used: 'yes', rating: 4 });
    assert.deepEqual(form.answer('rating', 2), ['bad', 'days']);
    assert.deepEqual(form.response(), { used: 'yes', rating: 2, bad: ['time'], days: 30 });
  });

  test('names everything that is wrong, in the order of the questions', () => {
    const form = openForm(survey);
    assert.deepEqual(form.problems(), [['used', 'required']]);
    form.answer('used', 'yes');
    form.answer('bad', ['none', 'fee']);
    assert.deepEqual(form.problems(), [
      ['rating', 'required'],
      ['bad', 'not_alone'],
    ]);
    assert.equal(form.problem('bad'), 'not_alone');
    assert.deepEqual(form.problems(1), []);
  });

  test('takes marks that reorder text out of what is typed, and the line breaks of a single line', () => {
    const form = openForm(survey, { used: 'no' });
    form.answer('why', ' too \u202edear\n\u0007and far ');
    assert.equal(form.answerOf('why'), 'too dear and far');
    form.answer('why', ' \n ');
    assert.equal(form.answerOf('why'), undefined);
  });

  test('of a thousand questions looks at those that an answer concerns', () => {
    let looks = 0;
    const watched = (id: string, showIf: Condition): Question =>
      Object.defineProperty({ ...question(id, 'scale4'), showIf }, 'id', {
        get: () => (looks++, id),
        enumerable: true,
      });
    const questions = Array.from({ length: 1000 }, (_, i) =>
      watched(`q${i}`, { kind: 'none', of: [{ kind: 'equals', question: `q${i - 1}`, value: 1 }] }),
    );
    const form = openForm({ pages: [{ id: 'all', questions }] });
    looks = 0;
    assert.deepEqual(form.answer('q500', 1), ['q501']);
    form.answer('q501', 2);
    form.answer('q500', 2);
    assert.ok(looks < 20, String(looks));
  });
});

describe('the server takes', () => {
  test('an answer that the form gives', () => {
    assert.deepEqual(codes({ used: 'yes', rating: 2, bad: ['time'], days: 30 }), []);
    assert.deepEqual(codes({ used: 'no', why: 'too far' }), []);
  });

  test('no answer to what was hidden, or to what is not asked at all', () => {
    assert.deepEqual(codes({ used: 'no', rating: 2 }), ['/answers/rating hidden_question']);
    assert.deepEqual(codes({ used: 'yes', rating: 4, bad: ['fee'] }), ['/answers/bad hidden_question']);
    assert.deepEqual(codes({ used: 'no', colour: 'red' }), ['/answers unknown_question']);
    assert.deepEqual(
      codes(
        Object.fromEntries([
          ['used', 'no'],
          ['__proto__', 'x'],
        ]),
      ),
      ['/answers unknown_question'],
    );
  });

  test('no value outside of its question, and none of another type', () => {
    assert.deepEqual(codes({ used: 'yes', rating: 5 }), ['/answers/rating out_of_range']);
    assert.deepEqual(codes({ used: 'yes', rating: 2.5 }), ['/answers/rating out_of_range']);
    assert.deepEqual(codes({ used: 'yes', rating: '2' }), ['/answers/rating wrong_type']);
    assert.deepEqual(codes({ used: 'maybe' }), ['/answers/used not_an_option']);
    assert.deepEqual(codes({ used: 'constructor' }), ['/answers/used not_an_option']);
    assert.deepEqual(codes({ used: 'no', why: 'x'.repeat(41) }), ['/answers/why too_long']);
    assert.deepEqual(codes({ used: 'no', why: 'a\u202eb' }), ['/answers/why characters']);
    assert.deepEqual(codes({ used: 'no', bad: ['fee', 'fee'] }), ['/answers/bad not_an_option']);
    assert.deepEqual(codes({ used: 'yes', rating: 1, bad: ['time'], days: 901 }), [
      '/answers/days out_of_range',
    ]);
    assert.deepEqual(codes({ used: 'yes', rating: 1, bad: ['time'], days: 1.5 }), ['/answers/days decimals']);
    assert.deepEqual(codes({ used: null }), ['/answers/used not_declinable']);
  });

  test('a date that there is, a whole matrix, a consent that was given, and "I prefer not to say"', () => {
    const pages: SurveyPage[] = [
      {
        id: 'one',
        questions: [
          question('when', 'date', { mayDecline: true, earliest: '2020-01-01' }),
          question('grid', 'matrix', { required: true, rows: ['a', 'b'], options: ['low', 'high'] }),
          question('agree', 'consent', { required: true }),
          question('hello', 'info'),
        ],
      },
    ];
    const whole = { grid: { a: 'low', b: 'high' }, agree: true } as const;
    assert.deepEqual(codes({ ...whole, when: '2024-02-29' }, pages), []);
    assert.deepEqual(codes({ ...whole, when: null }, pages), []);
    assert.deepEqual(codes({ ...whole, when: '2023-02-29' }, pages), ['/answers/when no_such_day']);
    assert.deepEqual(codes({ ...whole, when: '2019-12-31' }, pages), ['/answers/when out_of_range']);
    assert.deepEqual(codes({ ...whole, grid: { a: 'low' } }, pages), ['/answers/grid row_missing']);
    assert.deepEqual(codes({ ...whole, grid: { a: 'low', c: 'low' } }, pages), [
      '/answers/grid not_an_option',
    ]);
    assert.deepEqual(codes({ grid: whole.grid }, pages), ['/answers/agree required']);
    assert.deepEqual(codes({ ...whole, hello: 'x' }, pages), ['/answers unknown_question']);
  });
});

describe('what people see', () => {
  test('an order by a seed is the same each time, and options that stand alone stay last', () => {
    const options = ['a', 'b', 'c', 'd', 'e', 'none'];
    const mixed = question('mixed', 'multi', { options, alone: 'none', shuffled: true });
    const order = (seed: number) =>
      optionsInOrder(mixed, seed)
        .map(({ value }) => value)
        .join('');
    assert.equal(order(7), order(7));
    const orders = new Set(Array.from({ length: 200 }, (_, seed) => order(seed)));
    assert.ok(orders.size > 80, String(orders.size));
    for (const each of orders) assert.match(each, /^[a-e]{5}none$/);
    const page = { id: 'page', questions: [mixed, question('other', 'text')] };
    assert.deepEqual(questionsInOrder(page, 1), page.questions);
  });

  test('earlier answers stand in a text by their label, and nothing that is sensitive does', () => {
    const asked = question('service', 'single', { options: ['visa'] });
    const text = { en: { text: 'How was {service}? {nobody}', reviewed: 'peer' } };
    const piped = (from: Question, answer?: QuestionAnswer) =>
      pipeText(text, ['en'], {
        questionOf: (id) => (id === 'service' ? from : undefined),
        answerOf: () => answer,
      })?.text;
    assert.equal(piped(asked, 'visa'), 'How was visa-label? {nobody}');
    assert.equal(piped(asked), 'How was …? {nobody}');
    assert.equal(piped({ ...asked, sensitive: true }, 'visa'), 'How was …? {nobody}');
  });
});

test('the questionnaires of these tests can be published', () => {
  assert.deepEqual(surveyErrors(surveyInput(survey.pages)), []);
});
