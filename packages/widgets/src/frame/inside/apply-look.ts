// Gives a frame the language and the look of the page around it: known custom properties, each with a value of its kind,
// and never any CSS of the page.

import { FRAME_TOKENS, type FrameLook } from '@lintas/contract/frames';
import { directionOf } from '../../core/language.ts';
import { addSheet } from '../../core/page-sheet.ts';

const RULES = `
  body {
    margin: 0;
    display: grid;
    gap: var(--lintas-space, 1rem);
  }
  /* The page around has a way out that stays in sight; one in here would be scrolled away. */
  ::part(quick-exit),
  body > lintas-quick-exit::part(button),
  body > lintas-quick-exit::part(explanation) {
    display: none;
  }
  /* Of this one there are its keys, and what it says of them. */
  body > lintas-quick-exit {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: clip;
  }
`;

let isDressed = false;

export function applyLook({ lang, scheme, tokens }: FrameLook): void {
  const { style } = document.documentElement;
  if (!isDressed) addSheet(document, RULES);
  isDressed = true;
  document.documentElement.lang = lang;
  document.documentElement.dir = directionOf(lang);
  if (CSS.supports('color-scheme', scheme)) style.setProperty('color-scheme', scheme);
  for (const [token, property] of Object.entries(FRAME_TOKENS)) {
    const value = tokens[token];
    if (value !== undefined && CSS.supports(property, value)) style.setProperty(token, value);
    else style.removeProperty(token);
  }
}
