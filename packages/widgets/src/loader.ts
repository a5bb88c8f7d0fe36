// The script tag (`cdn/lintas.js`): registers the elements that it finds on the page, now and later, and fetches the
// code of no others. Changes nothing in the page's own document.
//
//   <script type="module" src="…/lintas.js" data-api="https://api.example.org" data-key="pk_…" data-lang="id"></script>
//
// The settings are the last resort: an element's own attributes, a provider around it, and any `lang` come first.

import { loadCatalogue, shownLanguage } from './core/catalogues.ts';
import { tellPage } from './core/console.ts';
import { isExit, provideSettings } from './core/context.ts';
import { define } from './core/define.ts';
import { keepLoading, onDemand } from './core/on-demand.ts';
import { wantedLanguage } from './core/wanted-language.ts';
import { loadCheckTexts } from './document-check/texts.ts';
import { loadMetricsTexts } from './metrics/texts.ts';
import { loadResultsTexts } from './survey-results/texts.ts';

/** What an element starts with: its code, and its texts, which it would not ask for before its code has run. */
interface Start {
  readonly code: () => Promise<CustomElementConstructor>;
  readonly texts: readonly ((lang: string) => Promise<unknown>)[];
  /** Another element that stands within it. */
  readonly inner?: 'lintas-quick-exit';
}

const elements = new Map(
  Object.entries<Start>({
    'lintas-document-check': {
      code: async () => (await import('./document-check/document-check.ts')).LintasDocumentCheck,
      texts: [loadCatalogue, loadCheckTexts],
    },
    'lintas-document-uploader': {
      code: async () => (await import('./document-uploader/document-uploader.ts')).LintasDocumentUploader,
      texts: [loadCatalogue],
      inner: 'lintas-quick-exit',
    },
    'lintas-metrics': {
      code: async () => (await import('./metrics/metrics.ts')).LintasMetrics,
      texts: [loadCatalogue, loadMetricsTexts],
    },
    'lintas-provider': {
      code: async () => (await import('./provider/provider.ts')).LintasProvider,
      texts: [],
    },
    'lintas-quick-exit': {
      code: async () => (await import('./quick-exit/quick-exit.ts')).LintasQuickExit,
      texts: [loadCatalogue],
    },
    'lintas-status-tracker': {
      code: async () => (await import('./status-tracker/status-tracker.ts')).LintasStatusTracker,
      texts: [loadCatalogue],
      inner: 'lintas-quick-exit',
    },
    'lintas-survey-form': {
      code: async () => (await import('./survey-form/survey-form.ts')).LintasSurveyForm,
      texts: [loadCatalogue],
      inner: 'lintas-quick-exit',
    },
    'lintas-survey-results': {
      code: async () => (await import('./survey-results/survey-results.ts')).LintasSurveyResults,
      texts: [loadCatalogue, loadResultsTexts],
    },
  }),
);

/** A module does not know its own element (`document.currentScript` is null), but it knows its address. */
const ownScript = Array.from(document.scripts).find(({ src }) => src === import.meta.url);

provideSettings(document, () => {
  const { api, key, lang, exit } = ownScript?.dataset ?? {};
  return { api, key, lang, exit };
});

if (!isExit(ownScript?.dataset.exit ?? 'https:'))
  tellPage('data-exit takes an address that begins with https://. The way out leads to the neutral page.');

/** Registers what is on the page and was not there before. */
function registerFound(): void {
  for (const tag of elements.keys()) {
    const [found] = document.getElementsByTagName(tag);
    if (found) begin(tag, shownLanguage(wantedLanguage(found)));
  }
  if (elements.size === 0) observer.disconnect();
}

function begin(tag: string, lang: string): void {
  const start = elements.get(tag);
  if (!start) return;
  elements.delete(tag);
  if (start.inner) begin(start.inner, lang);
  void register(tag, start, lang);
}

/** The element is there with its texts, and not a moment before: pages keep room for what is `:not(:defined)`. */
async function register(tag: string, { code, texts }: Start, lang: string): Promise<void> {
  // The element asks for them again, should they not come.
  const came = texts.map((load) => load(lang).catch(() => undefined));
  const element = await keepLoading(onDemand(code));
  await Promise.all(came);
  define(tag, element);
}

const observer = new MutationObserver(registerFound);
observer.observe(document, { childList: true, subtree: true });
registerFound();
