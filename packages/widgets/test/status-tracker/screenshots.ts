// Every screen of the tracker on contact sheets.

import { until } from '../core/assert.ts';
import { declareSheets } from '../core/contact-sheets.ts';
import { OneScreen } from './one-screen.ts';
import { addPseudoLanguage, SCREENS } from './screens.ts';

addPseudoLanguage();

declareSheets('status', [320, 390, 960], async ({ lang, width, add }) => {
  for (const [name, state] of Object.entries(SCREENS)) {
    const screen = new OneScreen();
    screen.shown = state;
    screen.lang = lang;
    screen.style.cssText = `display: block; width: ${width}px`;
    add(name).append(screen);
    await until(() => screen.shadowRoot?.querySelector('h2'));
  }
});
