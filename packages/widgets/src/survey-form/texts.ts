// The texts of a questionnaire, which come when a person begins to answer.

import { ownCatalogue, type OwnCatalogue } from '../core/own-catalogue.ts';
import type { SurveyMessages } from '../locales/survey/messages.ts';

const catalogue: OwnCatalogue<SurveyMessages> = ownCatalogue({
  en: () => import('../locales/survey/en.ts'),
  id: () => import('../locales/survey/id.ts'),
  ar: () => import('../locales/survey/ar.ts'),
  fa: () => import('../locales/survey/fa.ts'),
});

export const loadSurveyTexts: OwnCatalogue<SurveyMessages>['load'] = catalogue.load;
export const addSurveyTexts: OwnCatalogue<SurveyMessages>['add'] = catalogue.add;
