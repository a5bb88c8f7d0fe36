// Screens of the survey form on contact sheets.

import { messages as en } from '../../src/locales/survey/en.ts';
import { addSurveyTexts } from '../../src/survey-form/texts.ts';
import { until } from '../core/assert.ts';
import { declareSheets } from '../core/contact-sheets.ts';
import { answerInstead, resetNetwork } from '../../../tooling/src/browser-tests/api.ts';
import { addPseudoLanguage, inPseudoLetters } from '../status-tracker/screens.ts';
import { answerAll, begin, fillSkm, press, showForm } from './form.ts';
import { QUESTIONS, surveyOf } from './screens.ts';

addPseudoLanguage();
addSurveyTexts('ar', () => Promise.resolve({ messages: inPseudoLetters(en) }));

declareSheets('survey', [320, 390, 800], async ({ lang, add }) => {
  await resetNetwork();
  await showForm({ lang }, add());
  await begin({ lang }, add());
  answerAll(await begin({ lang, layout: 'one' }, add()));
  press(await begin({ lang, layout: 'one' }, add()), 'next-button');
  await fillSkm(await begin({ lang }, add()), 'The queue is long in the morning.');
  const sent = await begin({ lang }, add());
  await fillSkm(sent, 'The queue is long in the morning.');
  press(sent, 'send-button');
  await until(() => sent.root.querySelector('[part=receipt]'));
  await answerInstead(200, 'application/json', JSON.stringify(surveyOf(QUESTIONS)));
  await begin({ lang }, add());
  await resetNetwork();
  await new Promise((resolve) => setTimeout(resolve, 100));
});
