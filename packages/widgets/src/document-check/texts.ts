// Loads the texts of the check in one language, together with the element.

import type { DocumentCheckMessages } from '../locales/document-check/messages.ts';
import { onDemand } from '../core/on-demand.ts';

type Load = () => Promise<{ readonly messages: DocumentCheckMessages }>;

const english: Load = onDemand(() => import('../locales/document-check/en.ts'));
const catalogues = new Map<string, Load>([
  ['en', english],
  ['id', onDemand(() => import('../locales/document-check/id.ts'))],
]);

/** @param lang the language that the widget is shown in */
export async function loadCheckTexts(lang: string): Promise<DocumentCheckMessages> {
  return (await (catalogues.get(lang) ?? english)()).messages;
}
