// The texts about documents, which come when they are first needed.

import { ownCatalogue, type OwnCatalogue } from '../core/own-catalogue.ts';
import type { ReaderTexts } from '../core/reader-texts.ts';
import type { DocumentMessages } from '../locales/documents/messages.ts';

const catalogue: OwnCatalogue<DocumentMessages> = ownCatalogue({
  en: () => import('../locales/documents/en.ts'),
  id: () => import('../locales/documents/id.ts'),
  ar: () => import('../locales/documents/ar.ts'),
  fa: () => import('../locales/documents/fa.ts'),
});

export const loadDocumentTexts: OwnCatalogue<DocumentMessages>['load'] = catalogue.load;
export const addDocumentTexts: OwnCatalogue<DocumentMessages>['add'] = catalogue.add;

/** Those of one reader. */
export type DocumentTexts = ReaderTexts<DocumentMessages>;
