// Which language the page asks for where an element stands: by the nearest `lang`, else by what the script tag says.

import { requestSettings } from './context.ts';
import { nearestLanguage } from './language.ts';

/** BCP 47 tag; there may be no texts in it. */
export function wantedLanguage(element: Element): string {
  return nearestLanguage(element) ?? requestSettings(element).lang ?? 'en';
}
