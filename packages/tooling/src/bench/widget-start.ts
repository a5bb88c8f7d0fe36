// What it costs a device until a person can type into the tracker: CPU time of the page's main thread from an empty tab
// to a form that is ready, beside a page that shows such a form with Lit and nothing else.

import { fileURLToPath } from 'node:url';
import type { Browser } from 'puppeteer-core';
import { rollup } from 'rollup';
import { bundlePlugins, onLog } from '../bundle/plugins.ts';
import type { Bench, Scale } from './bench.ts';
import { launchChromium, requireBrowser } from './chromium.ts';
import { pageOf, servePages, widgetsTag } from './pages.ts';
import { median } from './percentiles.ts';

const VISITS: Readonly<Record<Scale, number>> = { full: 25, quick: 1 };

export const widgetStart: Bench = {
  name: 'widget-start',
  summary: 'CPU time until the form can be used, beside Lit alone',
  async run(_workplace, scale) {
    const executable = requireBrowser();
    const pages = await servePages();
    // Nothing is fetched before a person acts, so there is no API behind this address.
    const tracker = `<lintas-status-tracker></lintas-status-tracker>${widgetsTag('http://localhost:9', 'pk_bench')}`;
    pages.put('/tracker.html', pageOf(tracker));
    pages.put(
      '/only-lit.html',
      pageOf('<only-lit></only-lit><script type="module" src="/only-lit.js"></script>'),
    );
    pages.put('/only-lit.js', await bundleOnlyLit());
    const browser = await launchChromium(executable);
    try {
      const ours: Visit[] = [];
      const bare: Visit[] = [];
      for (let visit = 0; visit < VISITS[scale]; visit += 1) {
        ours.push(await visitPage(browser, `${pages.origin}/tracker.html`, 'lintas-status-tracker'));
        bare.push(await visitPage(browser, `${pages.origin}/only-lit.html`, 'only-lit'));
      }
      const medianOf = (visits: readonly Visit[], part: keyof Visit): number =>
        median(visits.map((each) => each[part]));
      return {
        tables: [
          {
            title: `${VISITS[scale]} first visits in Chromium, median`,
            subject: 'status tracker',
            alternative: 'form with Lit alone',
            figures: (['all tasks', 'of these, scripts'] as const).map((part) => ({
              what: part,
              unit: 'ms' as const,
              value: medianOf(ours, part),
              beside: medianOf(bare, part),
            })),
          },
        ],
      };
    } finally {
      await browser.close();
      pages.close();
    }
  },
};

/** Milliseconds of CPU time. */
interface Visit {
  readonly 'all tasks': number;
  readonly 'of these, scripts': number;
}

/** Opens the page as somebody who was never there. */
async function visitPage(browser: Browser, url: string, element: string): Promise<Visit> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.goto(url);
    // Without `visible`, a selector is not tried again when only a shadow tree changes.
    await page.waitForSelector(`${element} >>> [part=reference]`, { visible: true });
    const { TaskDuration = Number.NaN, ScriptDuration = Number.NaN } = await page.metrics();
    return { 'all tasks': TaskDuration * 1000, 'of these, scripts': ScriptDuration * 1000 };
  } finally {
    await context.close();
  }
}

/** Built as the widgets are. */
export async function bundleOnlyLit(): Promise<string> {
  const input = fileURLToPath(new URL('pages/only-lit.js', import.meta.url));
  const bundle = await rollup({ input, onLog, plugins: bundlePlugins() });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  return output[0].code;
}
