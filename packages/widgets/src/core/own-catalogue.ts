// The texts that belong to one widget alone: in a file of their own for each language, fetched when they are needed.

import { onDemand } from './on-demand.ts';

type Load<Messages> = () => Promise<{ readonly messages: Messages }>;

/** The languages that the package has. */
type Language = 'en' | 'id' | 'ar' | 'fa';

export interface OwnCatalogue<Messages> {
  /**
   * Loads the texts. Rejects when they cannot be fetched; a later call tries again.
   *
   * @param lang the language that the widget is shown in
   */
  readonly load: (lang: string) => Promise<Messages>;
  /** Adds a language that does not come with the package. Tests add their pseudo-language so. */
  readonly add: (lang: string, load: Load<Messages>) => void;
}

/** @param loads one for each language; English stands in for all others */
export function ownCatalogue<Messages>(
  loads: Readonly<Record<Language, Load<Messages>>>,
): OwnCatalogue<Messages> {
  const { en, ...others } = loads;
  const english = onDemand(en);
  const catalogues = new Map<string, Load<Messages>>([['en', english]]);
  for (const [lang, load] of Object.entries(others)) catalogues.set(lang, onDemand(load));
  return {
    load: async (lang) => (await (catalogues.get(lang) ?? english)()).messages,
    add: (lang, load) => void catalogues.set(lang, load),
  };
}
