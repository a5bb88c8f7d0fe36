// Loads the texts of the results of questionnaires in one language, together with the element.

import { onDemand } from '../core/on-demand.ts';
import type { SurveyResultsMessages } from '../locales/survey-results/messages.ts';

type Load = () => Promise<{ readonly messages: SurveyResultsMessages }>;

const english: Load = onDemand(() => import('../locales/survey-results/en.ts'));
const catalogues = new Map<string, Load>([
  ['en', english],
  ['id', onDemand(() => import('../locales/survey-results/id.ts'))],
]);

/** Adds a language that does not come with the package. Tests add their pseudo-language so. */
export function addResultsTexts(lang: string, load: Load): void {
  catalogues.set(lang, load);
}

/** @param lang the language that the widget is shown in */
export async function loadResultsTexts(lang: string): Promise<SurveyResultsMessages> {
  return (await (catalogues.get(lang) ?? english)()).messages;
}
