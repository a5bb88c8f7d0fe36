// For any questionnaire: the server takes exactly what a walk through its form can produce.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  openForm,
  responseErrors,
  type Answers,
  type Condition,
  type Question,
  type QuestionAnswer,
  type SurveyPage,
} from '@lintas/contract/surveys';
import fc from 'fast-check';
import { question } from './surveys.ts';

/** Answers that may or may not be ones to their question. */
const anyAnswer: fc.Arbitrary<QuestionAnswer> = fc.oneof(
  fc.integer({ min: -1, max: 6 }),
  fc.constantFrom('a', 'b', 'c', 'x'),
  fc.constantFrom<string[]>(['a'], ['a', 'b'], ['c', 'a'], ['x']),
  fc.constant(null),
);

/** Questionnaires of every kind of condition and skip, each leading from earlier to later. */
const anySurvey: fc.Arbitrary<{ pages: SurveyPage[] }> = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.infiniteStream(fc.nat(1_000_000)))
  .map(([length, stream]) => {
    const next = (below: number): number => {
      const { value } = stream.next();
      return typeof value === 'number' ? value % below : 0;
    };
    const conditionOn = (latest: number, depth = 0): Condition => {
      if (depth < 2 && next(4) === 0) {
        const kind = (['all', 'any', 'none'] as const)[next(3)] ?? 'all';
        return { kind, of: [conditionOn(latest, depth + 1), conditionOn(latest, depth + 1)] };
      }
      const asked = `q${next(latest + 1)}`;
      const tests: Condition[] = [
        { kind: 'answered', question: asked },
        { kind: 'declined', question: asked },
        { kind: 'equals', question: asked, value: 'a' },
        { kind: 'one_of', question: asked, values: ['b', 2, 3] },
        { kind: 'includes', question: asked, value: 'a' },
        { kind: 'at_least', question: asked, value: 3 },
        { kind: 'at_most', question: asked, value: 2 },
      ];
      return tests[next(tests.length)] ?? { kind: 'answered', question: asked };
    };
    const questions = Array.from({ length }, (_, i) =>
      question(`q${i}`, (['scale4', 'single', 'multi'] as const)[next(3)] ?? 'single', {
        options: ['a', 'b', 'c'],
        alone: 'c',
        required: next(2) === 0,
        mayDecline: next(2) === 0,
        ...(i > 0 && next(2) === 0 ? { showIf: conditionOn(i - 1) } : {}),
        ...(next(3) === 0
          ? {
              skipTo: [
                {
                  when: conditionOn(i),
                  to: i + 1 < length && next(2) ? `q${i + 1 + next(length - i - 1)}` : 'end',
                },
              ],
            }
          : {}),
      }),
    );
    const cut = next(length) + 1;
    const pages = [questions.slice(0, cut), questions.slice(cut)]
      .filter((page) => page.length > 0)
      .map((page, i) => ({
        id: `page${i}`,
        questions: page,
        ...(i > 0 && next(2) === 0 ? { showIf: conditionOn(cut - 1) } : {}),
      }));
    return { pages };
  });

describe('for any questionnaire', () => {
  test('whatever a person does in the form, and in whatever order, the server takes what comes out', () => {
    const steps = fc.array(fc.tuple(fc.nat(8), fc.option(anyAnswer, { nil: undefined })), { maxLength: 40 });
    fc.assert(
      fc.property(anySurvey, steps, (any, typed) => {
        const form = openForm(any);
        for (const [i, answer] of typed) form.answer(`q${i}`, answer);
        const isComplete = form.problems().length === 0;
        assert.equal(responseErrors(any, form.response()).length === 0, isComplete);
        assert.deepEqual(openForm(any, form.response()).response(), form.response());
      }),
      { numRuns: 2000 },
    );
  });

  test('the server takes an answer only when somebody who goes from question to question can give it', () => {
    const answers = fc.dictionary(
      fc.nat(9).map((i) => `q${i}`),
      anyAnswer,
      { maxKeys: 10 },
    );
    fc.assert(
      fc.property(anySurvey, answers, (any, given) => {
        assert.equal(responseErrors(any, given).length === 0, canBeWalked(any.pages, given));
      }),
      { numRuns: 5000 },
    );
  });

  test('answering step by step shows what opening with all answers shows', () => {
    fc.assert(
      fc.property(anySurvey, fc.array(fc.tuple(fc.nat(8), anyAnswer), { maxLength: 30 }), (any, typed) => {
        const form = openForm(any);
        const last: Record<string, QuestionAnswer> = {};
        for (const [i, answer] of typed) {
          form.answer(`q${i}`, answer);
          last[`q${i}`] = answer;
        }
        const anew = openForm(any, last);
        for (const { questions } of any.pages) {
          for (const { id } of questions) assert.equal(form.isShown(id), anew.isShown(id), id);
        }
        assert.deepEqual(form.progress(), anew.progress());
      }),
      { numRuns: 2000 },
    );
  });
});

/** The rules once more, plainly: question after question, with only what was asked so far. */
function canBeWalked(pages: readonly SurveyPage[], given: Answers): boolean {
  const asked = new Map<string, QuestionAnswer | undefined>();
  let skippingTo: string | undefined;
  for (const page of pages) {
    for (const each of page.questions) {
      if (skippingTo === each.id) skippingTo = undefined;
      const shows = [page.showIf, each.showIf].every((condition) => !condition || isTrue(condition, asked));
      if (skippingTo !== undefined || !shows) continue;
      const answer = given[each.id];
      if (!fits(each, answer)) return false;
      asked.set(each.id, answer);
      skippingTo = each.skipTo?.find(({ when }) => isTrue(when, asked))?.to;
    }
  }
  return Object.keys(given).every((id) => asked.has(id));
}

function fits({ kind, required, mayDecline }: Question, answer: QuestionAnswer | undefined): boolean {
  if (answer === undefined) return required !== true;
  if (answer === null) return mayDecline === true;
  if (kind === 'scale4') return typeof answer === 'number' && answer >= 1 && answer <= 4;
  if (kind === 'single') return typeof answer === 'string' && ['a', 'b', 'c'].includes(answer);
  return Array.isArray(answer) && ['a', 'a,b', 'b,a', 'b', 'c'].includes(answer.join());
}

function isTrue(condition: Condition, asked: ReadonlyMap<string, QuestionAnswer | undefined>): boolean {
  const { kind, of = [], question: id = '', value, values = [] } = condition;
  const parts = of.map((part) => isTrue(part, asked));
  if (kind === 'all') return !parts.includes(false);
  if (kind === 'any') return parts.includes(true);
  if (kind === 'none') return !parts.includes(true);
  const answer = asked.get(id);
  if (kind === 'declined') return answer === null;
  if (answer === undefined || answer === null) return false;
  if (kind === 'answered') return true;
  if (kind === 'equals') return answer === value;
  if (kind === 'one_of') return values.some((each) => each === answer);
  if (kind === 'includes') return Array.isArray(answer) && answer.includes(String(value));
  if (typeof answer !== 'number') return false;
  return kind === 'at_least' ? answer >= Number(value) : answer <= Number(value);
}
