// What it costs a device until a person can answer a questionnaire, and what one answer costs, with 12, 200 and 1,000
// questions; beside SurveyJS with the same questions, and beside a page of the same radios written as HTML by hand.

import type { Browser, CDPSession, Page } from 'puppeteer-core';
import type { Bench, Scale } from './bench.ts';
import { launchChromium, requireBrowser } from './chromium.ts';
import { servePages } from './pages.ts';
import { median } from './percentiles.ts';
import type { Figure, Table } from './report.ts';
import { putSurveyPages, serveSurveys, surveyPath, WAYS, type Way } from './survey-pages.ts';

const SIZES: Readonly<Record<Scale, { counts: readonly number[]; visits: number; answers: number }>> = {
  full: { counts: [12, 200, 1000], visits: 5, answers: 5 },
  quick: { counts: [2], visits: 1, answers: 1 },
};

/** What is compared with what. */
const PAIRS: readonly (readonly [ours: Way, alternative: Way])[] = [
  ['Lintas, on one page', 'SurveyJS, on one page'],
  ['Lintas, on one page', 'SurveyJS, on one page, lazily'],
  ['Lintas, on pages of ten', 'SurveyJS, on pages of ten'],
  ['Lintas, on one page', 'HTML by hand'],
];

export const surveyForm: Bench = {
  name: 'survey-form',
  summary: 'CPU time until a questionnaire can be answered and of an answer, beside SurveyJS',
  async run(_workplace, scale) {
    const executable = requireBrowser();
    const { counts, visits, answers } = SIZES[scale];
    const pages = await servePages();
    const api = await serveSurveys();
    await putSurveyPages(pages, api.url, counts);
    const browser = await launchChromium(executable);
    try {
      const taken = new Map<string, Visit[]>();
      for (const count of counts) {
        // In turns, so that whatever else the machine does meets all of them.
        for (let visit = 0; visit < visits; visit += 1) {
          for (const way of WAYS) {
            const path = surveyPath(way, count);
            const measured = await visitPage(browser, pages.origin + path, answers);
            taken.set(path, [...(taken.get(path) ?? []), measured]);
          }
        }
      }
      const of = (way: Way, count: number): readonly Visit[] => taken.get(surveyPath(way, count)) ?? [];
      return {
        tables: PAIRS.map(([ours, alternative]): Table => ({
          title: `Questions with five radios each, ${visits} first visits in Chromium, median`,
          subject: ours,
          alternative,
          figures: counts.flatMap((count) => figures(count, of(ours, count), of(alternative, count))),
        })),
      };
    } finally {
      await browser.close();
      pages.close();
      api.close();
    }
  },
};

/** Milliseconds. */
interface Visit {
  /** CPU time of the main thread, from an empty tab to the frame after which the first question can be answered. */
  readonly 'CPU to a usable form': number;
  /** CPU time of the main thread for an answer, its frame included. */
  readonly 'CPU of an answer': number;
  /** From pressing a radio until the frame that shows it is done. */
  readonly 'radio to next frame': number;
}

function figures(count: number, ours: readonly Visit[], alternative: readonly Visit[]): Figure[] {
  return (['CPU to a usable form', 'CPU of an answer', 'radio to next frame'] as const).map((part) => ({
    what: `${count} questions: ${part}`,
    unit: 'ms',
    value: median(ours.map((each) => each[part])),
    beside: median(alternative.map((each) => each[part])),
  }));
}

/** Opens the page as somebody who was never there, begins, and answers one question after the other. */
async function visitPage(browser: Browser, url: string, answers: number): Promise<Visit> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    const session = await page.createCDPSession();
    // Without this, the time that the thread waits for a processor would count as well.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(url);
    await page.evaluate('usable');
    const usable = await cpuTime(session);
    await page.evaluate('quiet()');
    const before = await cpuTime(session);
    const waits = await answer(page, answers);
    const after = await cpuTime(session);
    return {
      'CPU to a usable form': usable,
      'CPU of an answer': (after - before) / answers,
      'radio to next frame': median(waits),
    };
  } finally {
    await context.close();
  }
}

/** Milliseconds that the page's main thread has worked. */
async function cpuTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}

async function answer(page: Page, answers: number): Promise<number[]> {
  const waits: unknown = await page.evaluate(`answer(${answers})`);
  if (!Array.isArray(waits)) throw new Error('The page measured nothing.');
  return waits.map(Number);
}
