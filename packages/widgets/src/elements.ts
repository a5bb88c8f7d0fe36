// The elements of the package, by their tags, with what each starts with. Nothing of it is fetched before it is called.

import { loadCatalogue } from './core/catalogues.ts';
import { define } from './core/define.ts';
import { keepLoading, onDemand } from './core/on-demand.ts';
import { loadCheckTexts } from './document-check/texts.ts';
import { loadFrameTexts } from './frame/texts.ts';
import { loadMetricsTexts } from './metrics/texts.ts';
import { loadResultsTexts } from './survey-results/texts.ts';

/** What an element starts with: its code, and its texts, which it would not ask for before its code has run. */
export interface Start {
  readonly code: () => Promise<CustomElementConstructor>;
  readonly texts: readonly ((lang: string) => Promise<unknown>)[];
  /** Another element that stands within it. */
  readonly inner?: 'lintas-quick-exit';
}

export const elements: ReadonlyMap<string, Start> = new Map(
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
    'lintas-frame': {
      code: async () => (await import('./frame/frame.ts')).LintasFrame,
      texts: [loadCatalogue, loadFrameTexts],
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

/** The element is there with its texts, and not a moment before: pages keep room for what is `:not(:defined)`. */
export async function register(tag: string, { code, texts }: Start, lang: string): Promise<void> {
  // The element asks for them again, should they not come.
  const came = texts.map((load) => load(lang).catch(() => undefined));
  const element = await keepLoading(onDemand(code));
  await Promise.all(came);
  define(tag, element);
}
