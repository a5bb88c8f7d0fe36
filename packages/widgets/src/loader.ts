// The script tag (`cdn/lintas.js`): registers the elements that it finds on the page, now and later, and fetches the
// code of no others. Changes nothing in the page's own document.
//
//   <script type="module" src="…/lintas.js" data-api="https://api.example.org" data-key="pk_…" data-lang="id"></script>
//
// The settings are the last resort: an element's own attributes, a provider around it, and any `lang` come first.

import { provideSettings } from './core/context.ts';

const elements = new Map<string, () => Promise<unknown>>([
  ['lintas-document-check', () => import('./document-check/define.ts')],
  ['lintas-document-uploader', () => import('./document-uploader/define.ts')],
  ['lintas-metrics', () => import('./metrics/define.ts')],
  ['lintas-provider', () => import('./provider/define.ts')],
  ['lintas-quick-exit', () => import('./quick-exit/define.ts')],
  ['lintas-status-tracker', () => import('./status-tracker/define.ts')],
  ['lintas-survey-form', () => import('./survey-form/define.ts')],
  ['lintas-survey-results', () => import('./survey-results/define.ts')],
]);

/** A module does not know its own element (`document.currentScript` is null), but it knows its address. */
const ownScript = Array.from(document.scripts).find(({ src }) => src === import.meta.url);

provideSettings(document, () => {
  const { api, key, lang } = ownScript?.dataset ?? {};
  return { api, key, lang };
});

/** Registers what is on the page and was not there before. */
function registerFound(): void {
  for (const [tag, register] of elements) {
    if (document.getElementsByTagName(tag).length === 0) continue;
    elements.delete(tag);
    void register();
  }
  if (elements.size === 0) observer.disconnect();
}

const observer = new MutationObserver(registerFound);
observer.observe(document, { childList: true, subtree: true });
registerFound();
