// Every screen of the documents on contact sheets: one sheet for each language, width and set of colours.
// `npm run screenshots`, to be looked at by people.

import { executeServerCommand } from '@web/test-runner-commands';
import { messages as en } from '../../src/locales/documents/en.ts';
import { addDocumentTexts } from '../../src/document-uploader/texts.ts';
import type { ShootCommand } from '../../../tooling/src/screenshots/shoot.ts';
import { addPseudoLanguage, inPseudoLetters } from '../status-tracker/screens.ts';
import { showScreen } from './one-screen.ts';
import { SCREENS } from './screens.ts';

/** CSS pixels: two phones and a desktop. */
const WIDTHS = [320, 390, 960];
const SHEET_WIDTH = 2000;

addPseudoLanguage();
addDocumentTexts('ar', () => Promise.resolve({ messages: inPseudoLetters(en) }));

describe('screenshots of the documents', () => {
  for (const lang of ['en', 'id', 'ar']) {
    for (const width of WIDTHS) {
      for (const colours of ['light', 'dark', 'forced'] as const) {
        it(`${lang}, ${width} px, ${colours}`, async () => {
          const sheet = document.createElement('main');
          sheet.style.cssText = `display: flex; flex-wrap: wrap; gap: 24px; align-items: start; width: ${SHEET_WIDTH}px`;
          document.documentElement.style.colorScheme = colours === 'forced' ? '' : colours;
          document.body.replaceChildren(sheet);
          for (const [name, state] of Object.entries(SCREENS)) {
            const figure = document.createElement('figure');
            figure.style.margin = '0';
            figure.append(name, await showScreen(state, lang, `${width}px`));
            sheet.append(figure);
          }
          const command: ShootCommand = {
            name: `documents-${lang}-${width}-${colours}`,
            width: SHEET_WIDTH + 16,
            colours,
          };
          await executeServerCommand('lintas-shoot', { ...command });
        });
      }
    }
  }
});
