// Contact sheets for people to look at: every screen of an element, one sheet for each language, width and set of
// colours. `npm run screenshots`.

import { executeServerCommand } from '@web/test-runner-commands';
import type { ShootCommand } from '../../../tooling/src/screenshots/shoot.ts';

export interface Sheet {
  readonly lang: string;
  /** CSS pixels. */
  readonly width: number;
  /** Puts a screen on it; answers where it goes. */
  add(caption?: string): HTMLElement;
}

const SHEET_WIDTH = 2000;

/** @param name of the files, and of what is shown in them */
export function declareSheets(
  name: string,
  widths: readonly number[],
  show: (sheet: Sheet) => Promise<void>,
): void {
  describe(`screenshots: ${name}`, () => {
    for (const lang of ['en', 'id', 'ar']) {
      for (const width of widths) {
        for (const colours of ['light', 'dark', 'forced'] as const) {
          it(`${lang}, ${width} px, ${colours}`, async () => {
            const sheet = document.createElement('main');
            sheet.style.cssText = `display: flex; flex-wrap: wrap; gap: 24px; align-items: start; width: ${SHEET_WIDTH}px`;
            document.documentElement.style.colorScheme = colours === 'forced' ? '' : colours;
            document.body.replaceChildren(sheet);
            const add = (caption = ''): HTMLElement => {
              const figure = document.createElement('figure');
              figure.style.cssText = `margin: 0; width: ${width}px`;
              figure.append(caption);
              sheet.append(figure);
              return figure;
            };
            await show({ lang, width, add });
            const command: ShootCommand = {
              name: `${name}-${lang}-${width}-${colours}`,
              width: SHEET_WIDTH + 16,
              colours,
            };
            await executeServerCommand('lintas-shoot', { ...command });
          });
        }
      }
    }
  });
}
