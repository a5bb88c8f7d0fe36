// Screens of the survey form on contact sheets, to be looked at by people: `npm run screenshots`.

import { executeServerCommand } from '@web/test-runner-commands';
import { messages as en } from '../../src/locales/survey/en.ts';
import { addSurveyTexts } from '../../src/survey-form/texts.ts';
import type { ShootCommand } from '../../../tooling/src/screenshots/shoot.ts';
import { until } from '../core/assert.ts';
import { answerInstead, resetNetwork } from '../status-tracker/api.ts';
import { addPseudoLanguage, inPseudoLetters } from '../status-tracker/screens.ts';
import { answerAll, begin, fillSkm, press, showForm, type ShownForm } from './form.ts';
import { QUESTIONS, surveyOf } from './screens.ts';

addPseudoLanguage();
addSurveyTexts('ar', () => Promise.resolve({ messages: inPseudoLetters(en) }));

const SHEET_WIDTH = 2000;

describe('screenshots of the survey form', () => {
  for (const lang of ['en', 'id', 'ar']) {
    for (const width of [320, 390, 800]) {
      for (const colours of ['light', 'dark', 'forced'] as const) {
        it(`${lang}, ${width} px, ${colours}`, async () => {
          const sheet = document.createElement('main');
          sheet.style.cssText = `display: flex; flex-wrap: wrap; gap: 24px; align-items: start; width: ${SHEET_WIDTH}px`;
          document.documentElement.style.colorScheme = colours === 'forced' ? '' : colours;
          document.body.replaceChildren(sheet);
          await resetNetwork();
          const add = async (show: (into: Element) => Promise<ShownForm>): Promise<ShownForm> => {
            const figure = document.createElement('figure');
            figure.style.cssText = `margin: 0; width: ${width}px`;
            sheet.append(figure);
            return show(figure);
          };
          await add((into) => showForm({ lang }, into));
          await add((into) => begin({ lang }, into));
          const one = await add((into) => begin({ lang, layout: 'one' }, into));
          answerAll(one);
          const wrong = await add((into) => begin({ lang, layout: 'one' }, into));
          press(wrong, 'next-button');
          const reviewed = await add((into) => begin({ lang }, into));
          await fillSkm(reviewed, 'The queue is long in the morning.');
          const sent = await add((into) => begin({ lang }, into));
          await fillSkm(sent, 'The queue is long in the morning.');
          press(sent, 'send-button');
          await until(() => sent.root.querySelector('[part=receipt]'));
          await answerInstead(200, 'application/json', JSON.stringify(surveyOf(QUESTIONS)));
          await add((into) => begin({ lang }, into));
          await resetNetwork();
          await new Promise((resolve) => setTimeout(resolve, 100));
          const command: ShootCommand = {
            name: `survey-${lang}-${width}-${colours}`,
            width: SHEET_WIDTH + 16,
            colours,
          };
          await executeServerCommand('lintas-shoot', { ...command });
        });
      }
    }
  }
});
