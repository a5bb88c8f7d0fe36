// The texts about documents, which come when they are first needed.

import { ownCatalogue, type OwnCatalogue } from '../core/own-catalogue.ts';
import type { Localize } from '../core/localize.ts';
import type { DocumentMessages } from '../locales/documents/messages.ts';

const catalogue: OwnCatalogue<DocumentMessages> = ownCatalogue({
  en: () => import('../locales/documents/en.ts'),
  id: () => import('../locales/documents/id.ts'),
  ar: () => import('../locales/documents/ar.ts'),
  fa: () => import('../locales/documents/fa.ts'),
});

export const loadDocumentTexts: OwnCatalogue<DocumentMessages>['load'] = catalogue.load;
/** The texts for a reader, and those that stand beside them where nobody has checked them. */
export interface ReaderTexts {
  readonly lang: string;
  readonly texts: DocumentMessages;
  readonly checked: DocumentMessages | undefined;
}

/** Loads them as {@link loadDocumentTexts} does. */
export async function loadReaderTexts({
  lang,
  checked: other,
}: Pick<Localize, 'lang' | 'checked'>): Promise<ReaderTexts> {
  const [texts, checked] = await Promise.all([
    catalogue.load(lang),
    other ? catalogue.load(other.lang) : undefined,
  ]);
  return { lang, texts, checked };
}

export const addDocumentTexts: OwnCatalogue<DocumentMessages>['add'] = catalogue.add;
