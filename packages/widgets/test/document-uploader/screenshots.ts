// Every screen of the documents on contact sheets.

import { messages as en } from '../../src/locales/documents/en.ts';
import { addDocumentTexts } from '../../src/document-uploader/texts.ts';
import { declareSheets } from '../core/contact-sheets.ts';
import { addPseudoLanguage, inPseudoLetters } from '../status-tracker/screens.ts';
import { showScreen } from './one-screen.ts';
import { SCREENS } from './screens.ts';

addPseudoLanguage();
addDocumentTexts('ar', () => Promise.resolve({ messages: inPseudoLetters(en) }));

declareSheets('documents', [320, 390, 960], async ({ lang, width, add }) => {
  for (const [name, state] of Object.entries(SCREENS)) {
    add(name).append(await showScreen(state, lang, `${width}px`));
  }
});
