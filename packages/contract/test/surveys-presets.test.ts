// The presets: complete in both languages, publishable as they are, and answered by element.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SurveyInput, responseErrors, SKM_ELEMENTS, surveyErrors } from '@lintas/contract/surveys';
import * as presets from '@lintas/contract/surveys/presets';

const PRESETS = {
  skm: presets.skmSurvey(),
  skmOfServices: presets.skmSurvey([
    {
      value: 'passport',
      label: { id: { text: 'Paspor', reviewed: 'peer' }, en: { text: 'Passport', reviewed: 'peer' } },
    },
  ]),
  spkp: presets.spkpSurvey(),
  spak: presets.spakSurvey(),
  csat: presets.csatSurvey(),
  nps: presets.npsSurvey(),
  ces: presets.cesSurvey(),
  postCase: presets.postCaseSurvey(),
};

describe('every preset', () => {
  for (const [name, preset] of Object.entries(PRESETS)) {
    test(`${name} can be published, in Indonesian and in English`, () => {
      assert.deepEqual(SurveyInput.parse(preset), preset);
      assert.deepEqual(preset.languages, ['id', 'en']);
      assert.deepEqual(surveyErrors(preset), []);
    });
  }
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
