// Every screen of the tracker on contact sheets: one sheet for each language, width and set of colours.
// `npm run screenshots`, to be looked at by people.

import { executeServerCommand } from '@web/test-runner-commands';
import type { ShootCommand } from '../../../tooling/src/screenshots/shoot.ts';
import { until } from '../core/assert.ts';
import { OneScreen } from './one-screen.ts';
import { addPseudoLanguage, SCREENS } from './screens.ts';

/** CSS pixels: two phones and a desktop. */
const WIDTHS = [320, 390, 960];
const SHEET_WIDTH = 2000;

addPseudoLanguage();

describe('screenshots', () => {
  for (const lang of ['en', 'id', 'ar']) {
    for (const width of WIDTHS) {
      for (const colours of ['light', 'dark', 'forced'] as const) {
        it(`${lang}, ${width} px, ${colours}`, async () => {
          const sheet = document.createElement('main');
          sheet.style.cssText = `display: flex; flex-wrap: wrap; gap: 24px; align-items: start; width: ${SHEET_WIDTH}px`;
          document.documentElement.style.colorScheme = colours === 'forced' ? '' : colours;
          for (const [name, state] of Object.entries(SCREENS)) {
            const screen = new OneScreen();
            screen.shown = state;
            screen.lang = lang;
            screen.style.cssText = `display: block; width: ${width}px`;
            const caption = document.createElement('figure');
            caption.style.margin = '0';
            caption.append(name, screen);
            sheet.append(caption);
          }
          document.body.replaceChildren(sheet);
          for (const screen of sheet.querySelectorAll('one-screen')) {
            await until(() => screen.shadowRoot?.querySelector('h2'));
          }
          const command: ShootCommand = {
            name: `${lang}-${width}-${colours}`,
            width: SHEET_WIDTH + 16,
            colours,
          };
          await executeServerCommand('lintas-shoot', { ...command });
        });
      }
    }
  }
});
