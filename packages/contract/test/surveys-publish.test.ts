// What can be published: questionnaires that can be filled in, and nothing else.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  ConditionInput,
  fitsPattern,
  Survey,
  SubmitResponse,
  surveyErrors,
  SurveyInput,
  type Condition,
  type Question,
  type SurveyPage,
} from '@lintas/contract/surveys';
import { skmSurvey } from '@lintas/contract/surveys/presets';
import fc from 'fast-check';
import { question, surveyInput, wording } from './surveys.ts';
import { placesIn, withValueAt } from './values.ts';

const a = question('a', 'single', { options: ['x', 'y'] });
const b = (parts: Partial<Question>): Question => ({ ...question('b', 'scale4'), ...parts });
const refused = (questions: readonly Question[], parts: object = {}, page: Partial<SurveyPage> = {}) =>
  surveyErrors(surveyInput([{ id: 'p', ...page, questions: [...questions] }], parts)).map(
    ({ pointer, code }) => `${pointer} ${code}`,
  );
const showIf = (condition: Condition) => refused([a, b({ showIf: condition })]);

describe('a questionnaire is refused', () => {
  test('whose conditions look at themselves, at later questions, or at none', () => {
    const equals = (id: string): Condition => ({ kind: 'equals', question: id, value: 'x' });
    assert.deepEqual(showIf(equals('a')), []);
    assert.deepEqual(showIf(equals('b')), ['/pages/0/questions/1/showIf/question not_earlier']);
    assert.deepEqual(showIf(equals('nobody')), ['/pages/0/questions/1/showIf/question not_earlier']);
    assert.deepEqual(refused([{ ...a, showIf: { kind: 'answered', question: 'b' } }, b({})]), [
      '/pages/0/questions/0/showIf/question not_earlier',
    ]);
    assert.deepEqual(refused([a, b({ showIf: equals('a') })], {}, { shuffled: true }), [
      '/pages/0/questions/1/showIf/question not_earlier',
    ]);
  });

  test('whose conditions ask for answers that there cannot be', () => {
    const never: Condition[] = [
      { kind: 'equals', question: 'a', value: 'z' },
      { kind: 'includes', question: 'a', value: 'x' },
      { kind: 'at_least', question: 'a', value: 1 },
      { kind: 'declined', question: 'a' },
      { kind: 'equals', question: 'a', row: 'r', value: 'x' },
    ];
    for (const condition of never) {
      assert.deepEqual(showIf(condition), ['/pages/0/questions/1/showIf cannot_hold'], condition.kind);
      assert.deepEqual(showIf({ kind: 'none', of: [condition] }), [
        '/pages/0/questions/1/showIf/of/0 cannot_hold',
      ]);
    }
  });

  test('whose results are told apart by what is no choice, or by what is sensitive', () => {
    assert.deepEqual(refused([a, b({})], { resultsBy: 'a' }), []);
    for (const by of ['b', 'nobody']) {
      assert.deepEqual(refused([a, b({})], { resultsBy: by }), ['/resultsBy not_a_group']);
    }
    assert.deepEqual(refused([{ ...a, sensitive: true }], { resultsBy: 'a' }), ['/resultsBy not_a_group']);
  });

  test('that skips back, or in and out of a shuffled page', () => {
    const when: Condition = { kind: 'answered', question: 'b' };
    const skip = (to: string, page: Partial<SurveyPage> = {}) =>
      refused([a, b({ skipTo: [{ when, to }] }), question('c', 'text')], {}, page);
    assert.deepEqual([skip('c'), skip('end')], [[], []]);
    for (const to of ['a', 'b', 'p', 'nobody']) {
      assert.deepEqual(skip(to), ['/pages/0/questions/1/skipTo/0/to not_later'], to);
    }
    assert.ok(skip('c', { shuffled: true }).includes('/pages/0/questions/1/skipTo/0/to not_later'));
  });

  test('that shows an answer which is later, sensitive or in pieces, or no answer at all', () => {
    assert.deepEqual(refused([a, b({ text: wording('About {a}') })]), []);
    const at = '/pages/0/questions/1/text cannot_be_piped';
    assert.deepEqual(refused([a, b({ text: wording('About {b}') })]), [at]);
    assert.deepEqual(refused([a, b({ text: wording('About {nobody}') })]), [at]);
    assert.deepEqual(refused([{ ...a, sensitive: true }, b({ text: wording('About {a}') })]), [at]);
    assert.deepEqual(
      refused([question('a', 'multi', { options: ['x'] }), b({ text: wording('About {a}') })]),
      [at],
    );
  });

  test('that makes people tell what is sensitive', () => {
    assert.deepEqual(refused([{ ...a, sensitive: true, required: true }]), [
      '/pages/0/questions/0/mayDecline must_be_declinable',
    ]);
    assert.deepEqual(refused([{ ...a, sensitive: true, required: true, mayDecline: true }]), []);
  });

  test('that has anything twice, a range of nothing, or half a language', () => {
    assert.deepEqual(refused([a, a]), ['/pages id_repeated']);
    assert.deepEqual(refused([question('a', 'single', { options: ['x', 'x'] })]), [
      '/pages/0/questions/0/options value_repeated',
    ]);
    assert.deepEqual(refused([question('end', 'text')]), ['/pages id_reserved']);
    assert.deepEqual(refused([question('a', 'number', { min: 2, max: 1 })]), [
      '/pages/0/questions/0/max empty_range',
    ]);
    assert.deepEqual(refused([question('a', 'multi', { options: ['x'], minChoices: 2 })]), [
      '/pages/0/questions/0/maxChoices empty_range',
    ]);
    assert.equal(refused([question('a', 'text')], { languages: ['en', 'id'] }).length, 3);
    assert.deepEqual(
      refused([b({ points: [{ value: 5, label: wording('Five'), pictogramUrl: undefined }] })]),
      ['/pages/0/questions/0/points out_of_range'],
    );
  });

  test('that measures an element twice, or on another scale than its instrument has', () => {
    const measures = { instrument: 'skm', element: 'time' };
    assert.deepEqual(refused([b({ measures }), { ...question('c', 'scale4'), measures }]), [
      '/pages element_repeated',
    ]);
    assert.deepEqual(refused([{ ...question('c', 'scale5'), measures }]), [
      '/pages/0/questions/0/measures kind_mismatch',
    ]);
  });
});

describe('what a server takes', () => {
  const response = {
    version: 1,
    language: 'id',
    receipt: 'A'.repeat(22),
    answers: { time: 3, why: 'x', many: ['x'], grid: { r: 'x' }, agree: true, no: null },
    token: { message: 'A'.repeat(86), signature: 'A'.repeat(342) },
    website: 'x',
  };

  test('is a whole answer, unchanged, and none with a field that there is not', () => {
    assert.deepEqual(SubmitResponse.parse(response), response);
    for (const { path, value } of placesIn(response)) {
      const isMap = path[0] === 'answers';
      if (typeof value !== 'object' || value === null || Array.isArray(value) || isMap) continue;
      assert.ok(!SubmitResponse.safeParse(withValueAt(response, path, { ...value, extra: 1 })).success);
    }
    const poisoned: unknown = JSON.parse('{"__proto__":{"isAdmin":true}}');
    const read = SubmitResponse.safeParse({ ...response, answers: { why: poisoned } });
    if (read.success) assert.deepEqual(Object.entries(read.data.answers.why ?? {}), []);
  });

  test('never fails on any JSON, whatever stands where', () => {
    fc.assert(
      fc.property(fc.constantFrom(...placesIn(response)), fc.jsonValue(), ({ path }, value) => {
        SubmitResponse.safeParse(withValueAt(response, path, value));
      }),
    );
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 9 }), (value) => void SurveyInput.safeParse(value)));
  });

  test('is no condition that is nested without end', () => {
    let nested: Condition = { kind: 'answered', question: 'a' };
    for (let depth = 0; depth < 3; depth += 1) nested = { kind: 'all', of: [nested] };
    assert.ok(ConditionInput.safeParse(nested).success);
    for (let depth = 0; depth < 2000; depth += 1) nested = { kind: 'all', of: [nested] };
    assert.ok(!ConditionInput.safeParse(nested).success);
  });
});

test('a reader takes what a newer server may add to a questionnaire', () => {
  const published = {
    ...skmSurvey(),
    id: 'x',
    version: 1,
    publishedAt: '2026-03-01T00:00:00Z',
    owner: { id: 'o', name: {} },
    minCell: 10,
  };
  const read = Survey.parse({ ...published, access: 'by_invitation', mood: 'new' });
  assert.equal(read.access, 'by_invitation');
  const [page] = published.pages;
  const later = { ...question('h', 'hologram'), glow: true, audioUrl: { id: 'javascript:alert(1)' } };
  const pages = [{ ...page, questions: [later] }];
  assert.deepEqual(Survey.parse({ ...published, pages }).pages[0]?.questions[0]?.audioUrl, { id: undefined });
});

describe('a pattern', () => {
  const passport = [
    { of: 'capitals', min: 1, max: 2 },
    { of: 'digits', min: 6, max: 7 },
  ];

  test('fits what it says', () => {
    for (const text of ['A1234567', 'AB123456']) assert.ok(fitsPattern(text, passport), text);
    for (const text of ['a1234567', 'A12345', 'ABC123456', 'A1234567 ', ''])
      assert.ok(!fitsPattern(text, passport), text);
    assert.ok(fitsPattern('KTP-1', [{ text: 'KTP-' }, { of: 'digits', min: 1, max: 3 }]));
    assert.ok(fitsPattern('ё𝒳9', [{ of: 'letters_or_digits', min: 3, max: 3 }]));
    assert.ok(fitsPattern('anything', [{ of: 'runes', min: 0, max: 20 }]), 'a class of tomorrow');
  });

  test('fits as a regular expression would, for any parts', () => {
    const part = fc.oneof(
      fc.record({ text: fc.constantFrom('a', '1', 'a1') }),
      fc.record({
        of: fc.constantFrom('digits', 'any'),
        min: fc.nat(2),
        max: fc.integer({ min: 2, max: 4 }),
      }),
    );
    const text = fc
      .array(fc.constantFrom('a', '1', 'b'), { maxLength: 8 })
      .map((characters) => characters.join(''));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), text, (parts, candidate) => {
        const source = parts.map((each) =>
          'text' in each ? each.text : `${each.of === 'digits' ? '[0-9]' : '.'}{${each.min},${each.max}}`,
        );
        assert.equal(fitsPattern(candidate, parts), new RegExp(`^${source.join('')}$`).test(candidate));
      }),
      { numRuns: 3000 },
    );
  });

  test('that would keep a regular expression busy for ever is looked at once for each part', () => {
    const greedy = Array.from({ length: 20 }, () => ({ of: 'any', min: 0, max: 5000 }));
    assert.ok(!fitsPattern('a'.repeat(5000), [...greedy, { text: 'b' }]));
  });
});
