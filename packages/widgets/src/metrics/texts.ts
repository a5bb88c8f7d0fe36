// Loads the texts of published metrics in one language, together with the element.

import { onDemand } from '../core/on-demand.ts';
import type { MetricsMessages } from '../locales/metrics/messages.ts';

type Load = () => Promise<{ readonly messages: MetricsMessages }>;

const english: Load = onDemand(() => import('../locales/metrics/en.ts'));
const catalogues = new Map<string, Load>([
  ['en', english],
  ['id', onDemand(() => import('../locales/metrics/id.ts'))],
]);

/** Adds a language that does not come with the package. Tests add their pseudo-language so. */
export function addMetricsTexts(lang: string, load: Load): void {
  catalogues.set(lang, load);
}

/** @param lang the language that the widget is shown in */
export async function loadMetricsTexts(lang: string): Promise<MetricsMessages> {
  return (await (catalogues.get(lang) ?? english)()).messages;
}
