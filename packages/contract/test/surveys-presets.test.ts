// The presets: complete in four languages, publishable as they are, and answered by element.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { I18nTextInput } from '@lintas/contract';
import { SurveyInput, responseErrors, SKM_ELEMENTS, surveyErrors } from '@lintas/contract/surveys';
import * as presets from '@lintas/contract/surveys/presets';

const PRESETS = {
  skm: presets.skmSurvey(),
  skmOfServices: presets.skmSurvey([
    {
      value: 'passport',
      label: {
        id: { text: 'Paspor', reviewed: 'peer' },
        en: { text: 'Passport', reviewed: 'peer' },
        fa: { text: 'پاسپورت', reviewed: 'machine' },
        ar: { text: 'جواز سفر', reviewed: 'machine' },
      },
    },
  ]),
  spkp: presets.spkpSurvey(),
  spak: presets.spakSurvey(),
  csat: presets.csatSurvey(),
  nps: presets.npsSurvey(),
  ces: presets.cesSurvey(),
  postCase: presets.postCaseSurvey(),
};

/** All that people read of it. */
function textsIn(part: unknown): I18nTextInput[] {
  const text = I18nTextInput.safeParse(part);
  if (text.success) return [text.data];
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(textsIn) : [];
}

/** Questions as far as their labels go. */
function questionsOf({ pages }: SurveyInput) {
  return pages
    .flatMap(({ questions }) => questions)
    .map((question) => ({
      points: 'points' in question ? question.points : undefined,
      options: 'options' in question ? question.options : undefined,
    }));
}

describe('every preset', () => {
  for (const [name, preset] of Object.entries(PRESETS)) {
    test(`${name} can be published, in Indonesian, English, Persian and Arabic`, () => {
      assert.deepEqual(SurveyInput.parse(preset), preset);
      assert.deepEqual(preset.languages, ['id', 'en', 'fa', 'ar']);
      assert.deepEqual(surveyErrors(preset), []);
    });

    test(`${name} says which of its wordings nobody has checked, and tells its answers apart in each`, () => {
      for (const text of textsIn(preset)) {
        for (const tag of ['id', 'en']) assert.match(text[tag]?.reviewed ?? '', /^(peer|professional)$/);
        for (const tag of ['fa', 'ar']) {
          assert.equal(text[tag]?.reviewed, 'machine', text['en']?.text);
          assert.match(text[tag]?.text ?? '', /\p{Script=Arabic}/u);
        }
      }
      for (const { points = [], options = [] } of questionsOf(preset)) {
        for (const tag of preset.languages) {
          const labels = [...points, ...options].map(({ label }) => label[tag]?.text);
          assert.equal(new Set(labels).size, labels.length, `${tag}: ${labels.join(', ')}`);
        }
      }
    });
  }

  test('comes in the languages that the services of an office are named in', () => {
    const passport = {
      value: 'passport',
      label: { id: { text: 'Paspor', reviewed: 'peer' }, en: { text: 'Passport', reviewed: 'peer' } },
    } as const;
    const survey = presets.skmSurvey([passport]);
    assert.deepEqual(survey.languages, ['id', 'en']);
    assert.deepEqual(surveyErrors(survey), []);
  });
});

describe('SKM', () => {
  const questions = PRESETS.skm.pages.flatMap((page) => page.questions);
  const elements = questions.flatMap((each) => ('measures' in each && each.measures ? [each] : []));

  test('asks the nine elements by name, facilities before complaints as the annex does', () => {
    assert.deepEqual(
      elements.map(({ id }) => id),
      [...SKM_ELEMENTS.slice(0, 7), 'facilities', 'complaints'],
    );
    assert.deepEqual(
      elements.map(({ id }) => id),
      elements.map(({ measures }) => measures?.element),
    );
  });

  test('gives every element labels of its own', () => {
    const labels = (id: string) =>
      elements.find((each) => each.id === id)?.points?.map(({ label }) => label['id']?.text);
    assert.deepEqual(labels('fee'), ['Sangat mahal', 'Cukup mahal', 'Murah', 'Gratis']);
    assert.deepEqual(labels('complaints'), [
      'Tidak ada',
      'Ada tetapi tidak berfungsi',
      'Berfungsi kurang maksimal',
      'Dikelola dengan baik',
    ]);
    for (const { points } of elements) assert.equal(points?.length, 4);
  });

  test('takes no 5 on its scale of 4, and lets a person skip the fee', () => {
    const all = Object.fromEntries(SKM_ELEMENTS.map((element) => [element, 3]));
    assert.deepEqual(responseErrors(PRESETS.skm, all), []);
    assert.deepEqual(responseErrors(PRESETS.skm, { ...all, fee: null }), []);
    assert.deepEqual(
      responseErrors(PRESETS.skm, { ...all, fee: 5 }).map(({ code }) => code),
      ['out_of_range'],
    );
  });
});
