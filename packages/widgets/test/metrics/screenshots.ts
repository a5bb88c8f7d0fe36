// Screens of published figures on contact sheets, to be looked at by people: `npm run screenshots`.

import '../../src/metrics/define.ts';
import '../../src/survey-results/define.ts';
import { executeServerCommand } from '@web/test-runner-commands';
import type { ShootCommand } from '../../../tooling/src/screenshots/shoot.ts';
import { messages as metrics } from '../../src/locales/metrics/en.ts';
import { messages as results } from '../../src/locales/survey-results/en.ts';
import { addMetricsTexts } from '../../src/metrics/texts.ts';
import { addResultsTexts } from '../../src/survey-results/texts.ts';
import { until } from '../core/assert.ts';
import { findApi, resetNetwork } from '../status-tracker/api.ts';
import { addPseudoLanguage, inPseudoLetters } from '../status-tracker/screens.ts';
import { askForFigures, press, showElement } from './figures.ts';

addPseudoLanguage();
addMetricsTexts('ar', () => Promise.resolve({ messages: inPseudoLetters(metrics) }));
addResultsTexts('ar', () => Promise.resolve({ messages: inPseudoLetters(results) }));

const SHEET_WIDTH = 2000;
const SKM = '0199a000-0000-7000-8000-000000000001';
const VIEWS = [
  { view: 'trend' },
  { view: 'comparison', by: 'kind' },
  { measure: 'first_time_right', period: 'quarter' },
  { measure: 'within_standard', view: 'number', period: 'quarter' },
] as const;

describe('screenshots of published figures', () => {
  for (const lang of ['en', 'id', 'ar']) {
    for (const width of [320, 800]) {
      for (const colours of ['light', 'dark', 'forced'] as const) {
        it(`${lang}, ${width} px, ${colours}`, async () => {
          const sheet = document.createElement('main');
          sheet.style.cssText = `display: flex; flex-wrap: wrap; gap: 24px; align-items: start; width: ${SHEET_WIDTH}px`;
          document.documentElement.style.colorScheme = colours === 'forced' ? '' : colours;
          document.body.replaceChildren(sheet);
          await resetNetwork();
          const { url } = await findApi();
          const { periods } = (await (await fetch(`${url}/v1/surveys/${SKM}/results`)).json()) as {
            readonly periods: readonly string[];
          };
          const add = async (
            tag: 'lintas-metrics' | 'lintas-survey-results',
            attributes: Readonly<Record<string, string>>,
          ): Promise<ShadowRoot> => {
            const { element, root } = await showElement(tag, attributes, lang);
            const figure = document.createElement('figure');
            figure.style.cssText = `margin: 0; width: ${width}px`;
            figure.append(element);
            sheet.append(figure);
            await askForFigures(root);
            return root;
          };
          for (const view of VIEWS) await add('lintas-metrics', view);
          press(await add('lintas-metrics', VIEWS[0]), 'toggle');
          await add('lintas-survey-results', { survey: SKM });
          const ofYear = { survey: SKM, period: periods.find((each) => !each.includes('Q')) ?? '' };
          const year = await add('lintas-survey-results', ofYear);
          year.querySelectorAll('details').forEach((details) => (details.open = true));
          press(await add('lintas-survey-results', ofYear), 'toggle');
          await until(() => sheet.querySelectorAll('figure').length === VIEWS.length + 4);
          const command: ShootCommand = {
            name: `figures-${lang}-${width}-${colours}`,
            width: SHEET_WIDTH + 16,
            colours,
          };
          await executeServerCommand('lintas-shoot', { ...command });
        });
      }
    }
  }
});
