// Loads the texts about documents in one language, when they are first needed.

import { onDemand } from '../core/on-demand.ts';
import type { DocumentMessages } from '../locales/documents/messages.ts';

type Load = () => Promise<{ readonly messages: DocumentMessages }>;

const english: Load = onDemand(() => import('../locales/documents/en.ts'));
const catalogues = new Map<string, Load>([
  ['en', english],
  ['id', onDemand(() => import('../locales/documents/id.ts'))],
]);

/** Adds a language that does not come with the package. Tests add their pseudo-language so. */
export function addDocumentTexts(lang: string, load: Load): void {
  catalogues.set(lang, load);
}

/**
 * Loads the texts that go with a catalogue of the widgets.
 *
 * @param lang the language that the widget is shown in
 */
export async function loadDocumentTexts(lang: string): Promise<DocumentMessages> {
  return (await (catalogues.get(lang) ?? english)()).messages;
}
