// The texts of the check, which come with the element.

import { ownCatalogue, type OwnCatalogue } from '../core/own-catalogue.ts';
import type { DocumentCheckMessages } from '../locales/document-check/messages.ts';

const catalogue: OwnCatalogue<DocumentCheckMessages> = ownCatalogue({
  en: () => import('../locales/document-check/en.ts'),
  id: () => import('../locales/document-check/id.ts'),
  ar: () => import('../locales/document-check/ar.ts'),
  fa: () => import('../locales/document-check/fa.ts'),
});

export const loadCheckTexts: OwnCatalogue<DocumentCheckMessages>['load'] = catalogue.load;
