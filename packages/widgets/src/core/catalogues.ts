// Loads the texts of one language when a page first needs them: no other language is fetched or bundled with it.

import type { Messages } from '../locales/messages.ts';
import { languageChain } from './language.ts';
import { onDemand } from './on-demand.ts';

type Load = () => Promise<{ readonly messages: Messages }>;

const catalogues = new Map<string, Load>([
  ['en', onDemand(() => import('../locales/en.ts'))],
  ['id', onDemand(() => import('../locales/id.ts'))],
]);

/** Adds a language that does not come with the package. Tests add their pseudo-language so. */
export function addCatalogue(lang: string, load: Load): void {
  catalogues.set(lang, load);
}

/** A catalogue with the tag that it is written in. */
export interface Catalogue {
  readonly lang: string;
  readonly messages: Messages;
}

/** The language that a reader of `tag` is shown: the first of its chain that there is a catalogue for. */
export function shownLanguage(tag: string): string {
  return languageChain(tag).find((lang) => catalogues.has(lang)) ?? 'en';
}

/** Loads the texts for a reader of `tag`. Rejects when they cannot be fetched; a later call tries again. */
export async function loadCatalogue(tag: string): Promise<Catalogue> {
  const lang = shownLanguage(tag);
  const load = catalogues.get(lang);
  if (!load) throw new Error(`There are no texts in ${lang}.`);
  const { messages } = await load();
  return { lang, messages };
}
