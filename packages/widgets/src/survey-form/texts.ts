// Loads the texts of a questionnaire in one language, when a person begins to answer.

import type { SurveyMessages } from '../locales/survey/messages.ts';
import { onDemand } from '../core/on-demand.ts';

type Load = () => Promise<{ readonly messages: SurveyMessages }>;

const english: Load = onDemand(() => import('../locales/survey/en.ts'));
const catalogues = new Map<string, Load>([
  ['en', english],
  ['id', onDemand(() => import('../locales/survey/id.ts'))],
]);

/** Adds a language that does not come with the package. Tests add their pseudo-language so. */
export function addSurveyTexts(lang: string, load: Load): void {
  catalogues.set(lang, load);
}

/** @param lang the language that the widget is shown in */
export async function loadSurveyTexts(lang: string): Promise<SurveyMessages> {
  return (await (catalogues.get(lang) ?? english)()).messages;
}
