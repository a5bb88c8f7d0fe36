// Loads the texts of one language when a page first needs them: no other language is fetched or bundled with it, but for
// English beside texts that nobody has checked.

import type { Messages } from '../locales/messages.ts';
import { languageChain } from './language.ts';
import { onDemand } from './on-demand.ts';

type Load = () => Promise<{ readonly messages: Messages }>;

const loadEnglish = onDemand(() => import('../locales/en.ts'));

const catalogues = new Map<string, Load>([
  ['en', loadEnglish],
  ['id', onDemand(() => import('../locales/id.ts'))],
  ['ar', onDemand(() => import('../locales/ar.ts'))],
  ['fa', onDemand(() => import('../locales/fa.ts'))],
]);

/** Whose texts somebody has checked; known beforehand, so that what stands beside others need not wait for them. */
const CHECKED: readonly string[] = ['en', 'id'];

/** Adds a language that does not come with the package. Tests add their pseudo-language so. */
export function addCatalogue(lang: string, load: Load): void {
  catalogues.set(lang, load);
}

/** A catalogue with the tag that it is written in. */
export interface Catalogue {
  readonly lang: string;
  readonly messages: Messages;
}

export interface LoadedCatalogue extends Catalogue {
  /** The same texts in a language in which they were checked, where nobody has checked these. */
  readonly checked: Catalogue | undefined;
}

/** The language that a reader of `tag` is shown: the first of its chain that there is a catalogue for. */
export function shownLanguage(tag: string): string {
  return languageChain(tag).find((lang) => catalogues.has(lang)) ?? 'en';
}

/**
 * Loads the texts for a reader of `tag`. Rejects when they cannot be fetched, or what has to stand beside them; a later
 * call tries again.
 */
export async function loadCatalogue(tag: string): Promise<LoadedCatalogue> {
  const lang = shownLanguage(tag);
  const load = catalogues.get(lang);
  if (!load) throw new Error(`There are no texts in ${lang}.`);
  const [{ messages }, english] = await Promise.all([
    load(),
    CHECKED.includes(lang) ? undefined : loadEnglish(),
  ]);
  return { lang, messages, checked: english && { lang: 'en', messages: english.messages } };
}
