// The texts of the results of questionnaires, which come with the element.

import { ownCatalogue, type OwnCatalogue } from '../core/own-catalogue.ts';
import type { SurveyResultsMessages } from '../locales/survey-results/messages.ts';

const catalogue: OwnCatalogue<SurveyResultsMessages> = ownCatalogue({
  en: () => import('../locales/survey-results/en.ts'),
  id: () => import('../locales/survey-results/id.ts'),
  ar: () => import('../locales/survey-results/ar.ts'),
  fa: () => import('../locales/survey-results/fa.ts'),
});

export const loadResultsTexts: OwnCatalogue<SurveyResultsMessages>['load'] = catalogue.load;
export const addResultsTexts: OwnCatalogue<SurveyResultsMessages>['add'] = catalogue.add;
