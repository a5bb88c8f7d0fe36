// Field teams bring the forms that they have. The files were written by two other programs (openpyxl and XlsxWriter).

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { openForm, SurveyInput, surveyErrors } from '@lintas/contract';
import { readWorkbook } from '../../src/node/xlsx/workbook.ts';
import { convertXlsform, type ConversionOptions } from '../../src/surveys/xlsform/convert.ts';
import { readCondition } from '../../src/surveys/xlsform/expressions.ts';

async function convert(name: string, options: ConversionOptions = {}) {
  const bytes = await readFile(new URL(`files/${name}.xlsx`, import.meta.url));
  const { survey, errors, leftOut } = convertXlsform(readWorkbook(bytes), options);
  const told = errors.map(({ sheet, line, message }) => `${sheet} ${line}: ${message}`);
  return {
    survey,
    told,
    leftOut,
    whole: () => SurveyInput.parse({ ...survey, access: 'open', retentionDays: 90 }),
  };
}

describe('a form from the field', () => {
  test('can be published, in both of its languages, and asks what the sheet asks', async () => {
    const { whole, told, leftOut } = await convert('field-visit');
    assert.deepEqual(told, []);
    assert.deepEqual(leftOut, [2, 3], 'nothing of the phone is recorded');
    const survey = whole();
    assert.deepEqual(surveyErrors(survey), []);
    assert.deepEqual(survey.languages, ['id', 'en']);
    assert.equal(survey.purpose['en']?.text, 'So that we know what help is needed.');
    const questions = survey.pages.flatMap((page) => page.questions);
    assert.deepEqual(
      questions.map(({ id, kind }) => `${id} ${kind}`),
      [
        'hello info',
        'people number',
        'helped single',
        'needs multi',
        'legal_detail text',
        'rating scale4',
        'why text',
      ],
    );
    assert.equal(questions[1]?.text['id']?.text, 'Berapa orang?');
    assert.deepEqual(
      survey.pages.map(({ id }) => id),
      ['page_1', 'household', 'page_3'],
    );
    const needs = questions.find(({ id }) => id === 'needs');
    assert.ok(needs?.kind === 'multi' && needs.options[0]?.label['en']?.text === 'Food & water');
  });

  test('shows and hides what the sheet says', async () => {
    const form = openForm((await convert('field-visit')).whole());
    const shown = () => ['needs', 'legal_detail', 'why'].filter((id) => form.isShown(id)).join();
    form.answer('people', 3);
    form.answer('helped', 'no');
    assert.equal(shown(), 'needs');
    form.answer('needs', ['legal']);
    form.answer('rating', 2);
    assert.equal(shown(), 'needs,legal_detail,why');
    form.answer('people', 2);
    form.answer('rating', 3);
    assert.equal(shown(), '');
    form.answer('people', 41);
    assert.equal(form.problem('people'), 'out_of_range');
  });

  test('that holds what cannot be taken over is reported line by line, and nothing is guessed', async () => {
    const { told } = await convert('faulty');
    assert.deepEqual(told, [
      'settings 2: There is no purpose: a column of this name, in every language, tells people why they are asked.',
      'survey 2: The name has to begin with a letter.',
      'survey 3: The type "geopoint" is not taken over.',
      'survey 4: There is no list "nowhere" in the choices sheet.',
      'survey 5: There is no label.',
      'survey 6: The expression "count-selected(${a}) > 1" has something in it that is not taken over.',
      'survey 7: The constraint "regex(., \'^[0-9]+$\')" is not taken over.',
    ]);
  });
});

describe('a sheet that numbers the elements of SKM', () => {
  const ids = (survey: SurveyInput) =>
    survey.pages
      .flatMap((page) => page.questions)
      .map(({ id }) => id)
      .slice(7);

  test('is not taken before somebody says which order it has', async () => {
    const { told } = await convert('skm-complaints-8th');
    assert.equal(told.length, 1);
    assert.match(told[0] ?? '', /--skm-order list or --skm-order questionnaire/);
  });

  test('gives the answers of either order to the element that was asked', async () => {
    const list = (await convert('skm-complaints-8th', { skmOrder: 'list' })).whole();
    assert.deepEqual(ids(list), ['complaints', 'facilities']);
    const questionnaire = (await convert('skm-facilities-8th', { skmOrder: 'questionnaire' })).whole();
    assert.deepEqual(ids(questionnaire), ['facilities', 'complaints']);
    for (const survey of [list, questionnaire]) {
      assert.deepEqual(surveyErrors(survey), []);
      for (const question of survey.pages.flatMap((page) => page.questions)) {
        assert.ok(question.kind === 'scale4' && question.measures?.element === question.id);
        assert.match(
          question.text['en']?.text ?? '',
          new RegExp(question.id === 'complaints' ? 'complaints' : '.', 'i'),
        );
      }
    }
  });

  test('whose wording says something else than the order that was given is refused', async () => {
    for (const [name, skmOrder] of [
      ['skm-facilities-8th', 'list'],
      ['skm-complaints-8th', 'questionnaire'],
    ] as const) {
      const { told } = await convert(name, { skmOrder });
      assert.equal(told.length, 1);
      assert.match(told[0] ?? '', /other order/);
    }
  });
});

describe('a file that is none', () => {
  test('is refused with a sentence, whatever its bytes', async () => {
    const whole = await readFile(new URL('files/field-visit.xlsx', import.meta.url));
    assert.throws(
      () => readWorkbook(Buffer.from('no workbook at all, but long enough to be looked at')),
      /not an .xlsx/,
    );
    // Every cut, and bytes that were changed on the way: an error or cells, and never an end without one.
    for (let length = 0; length < whole.length; length += 97) {
      assert.throws(() => readWorkbook(whole.subarray(0, length)));
    }
    for (let at = 0; at < whole.length; at += 13) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      try {
        readWorkbook(changed);
      } catch (error) {
        assert.ok(error instanceof Error);
      }
    }
  });
});

test('an expression is read in the order of its operators, and anything unknown is told', () => {
  const equals = (question: string, value: string) => ({ kind: 'equals', question, value });
  assert.deepEqual(readCondition("${a} = 'x' or ${b} = 'y' and not(${c} = 'z')"), {
    kind: 'any',
    of: [equals('a', 'x'), { kind: 'all', of: [equals('b', 'y'), { kind: 'none', of: [equals('c', 'z')] }] }],
  });
  assert.deepEqual(readCondition("${a} != ''"), { kind: 'answered', question: 'a' });
  for (const wrong of [
    '',
    '${a}',
    '${a} = ',
    "pulldata('x')",
    '${a} = ${b}',
    "${a} = 'x' and",
    "(${a} = 'x'",
    '1 = 1',
  ]) {
    assert.throws(() => readCondition(wrong), Error, wrong);
  }
});
