// The script tag (`cdn/lintas.js`): registers the elements that it finds on the page, now and later, and fetches the
// code of no others. Changes nothing in the page's own document.
//
//   <script type="module" src="…/lintas.js" data-api="https://api.example.org" data-key="pk_…" data-lang="id"></script>
//
// The settings are the last resort: an element's own attributes, a provider around it, and any `lang` come first.

import { loadCatalogue, shownLanguage } from './core/catalogues.ts';
import { provideSettings } from './core/context.ts';
import { TRY_AGAIN_MILLISECONDS } from './core/on-demand.ts';
import { wantedLanguage } from './core/wanted-language.ts';
import { loadCheckTexts } from './document-check/texts.ts';
import { loadMetricsTexts } from './metrics/texts.ts';
import { loadResultsTexts } from './survey-results/texts.ts';

/** What an element starts with: its code, and its texts, which it would not ask for before its code has run. */
type Start = readonly [code: () => Promise<unknown>, ...texts: ((lang: string) => Promise<unknown>)[]];

const elements = new Map<string, Start>([
  ['lintas-document-check', [() => import('./document-check/define.ts'), loadCatalogue, loadCheckTexts]],
  ['lintas-document-uploader', [() => import('./document-uploader/define.ts'), loadCatalogue]],
  ['lintas-metrics', [() => import('./metrics/define.ts'), loadCatalogue, loadMetricsTexts]],
  ['lintas-provider', [() => import('./provider/define.ts')]],
  ['lintas-quick-exit', [() => import('./quick-exit/define.ts'), loadCatalogue]],
  ['lintas-status-tracker', [() => import('./status-tracker/define.ts'), loadCatalogue]],
  ['lintas-survey-form', [() => import('./survey-form/define.ts'), loadCatalogue]],
  ['lintas-survey-results', [() => import('./survey-results/define.ts'), loadCatalogue, loadResultsTexts]],
]);

/** A module does not know its own element (`document.currentScript` is null), but it knows its address. */
const ownScript = Array.from(document.scripts).find(({ src }) => src === import.meta.url);

provideSettings(document, () => {
  const { api, key, lang } = ownScript?.dataset ?? {};
  return { api, key, lang };
});

/** Registers what is on the page and was not there before. */
function registerFound(): void {
  for (const [tag, start] of elements) {
    const [found] = document.getElementsByTagName(tag);
    if (!found) continue;
    elements.delete(tag);
    fetchAll(start, shownLanguage(wantedLanguage(found)));
  }
  if (elements.size === 0) observer.disconnect();
}

function fetchAll([code, ...texts]: Start, lang: string): void {
  // The element asks for them again, should they not come.
  for (const load of texts) load(lang).catch(() => undefined);
  void fetchCode(code, TRY_AGAIN_MILLISECONDS);
}

/** @param wait milliseconds until the next try, should this one fail */
async function fetchCode(code: Start[0], wait: number): Promise<void> {
  await code().catch(() => void setTimeout(() => void fetchCode(code, wait * 2), wait));
}

const observer = new MutationObserver(registerFound);
observer.observe(document, { childList: true, subtree: true });
registerFound();
