// Screens of published figures on contact sheets.

import '../../src/metrics/define.ts';
import '../../src/survey-results/define.ts';
import { messages as metrics } from '../../src/locales/metrics/en.ts';
import { messages as results } from '../../src/locales/survey-results/en.ts';
import { addMetricsTexts } from '../../src/metrics/texts.ts';
import { addResultsTexts } from '../../src/survey-results/texts.ts';
import { declareSheets } from '../core/contact-sheets.ts';
import { findApi, resetNetwork } from '../../../tooling/src/browser-tests/api.ts';
import { addPseudoLanguage, inPseudoLetters } from '../status-tracker/screens.ts';
import { askForFigures, press, showElement } from './figures.ts';

addPseudoLanguage();
addMetricsTexts('ar', () => Promise.resolve({ messages: inPseudoLetters(metrics) }));
addResultsTexts('ar', () => Promise.resolve({ messages: inPseudoLetters(results) }));

const SKM = '0199a000-0000-7000-8000-000000000001';
const VIEWS = [
  { view: 'trend' },
  { view: 'comparison', by: 'kind' },
  { measure: 'first_time_right', period: 'quarter' },
  { measure: 'within_standard', view: 'number', period: 'quarter' },
] as const;

declareSheets('figures', [320, 800], async ({ lang, add }) => {
  await resetNetwork();
  const { url } = await findApi();
  const { periods } = (await (await fetch(`${url}/v1/surveys/${SKM}/results`)).json()) as {
    readonly periods: readonly string[];
  };
  const show = async (
    tag: 'lintas-metrics' | 'lintas-survey-results',
    attributes: Readonly<Record<string, string>>,
  ): Promise<ShadowRoot> => {
    const { element, root } = await showElement(tag, attributes, lang);
    add().append(element);
    await askForFigures(root);
    return root;
  };
  for (const view of VIEWS) await show('lintas-metrics', view);
  press(await show('lintas-metrics', VIEWS[0]), 'toggle');
  await show('lintas-survey-results', { survey: SKM });
  const ofYear = { survey: SKM, period: periods.find((each) => !each.includes('Q')) ?? '' };
  const year = await show('lintas-survey-results', ofYear);
  year.querySelectorAll('details').forEach((details) => (details.open = true));
  press(await show('lintas-survey-results', ofYear), 'toggle');
});
