// What it costs a device until a person can answer a questionnaire that stands on one page, and what one answer costs,
// with 12, 200 and 1,000 questions; beside a page of the same radios written as HTML by hand.

import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Survey } from '@lintas/contract/surveys';
import type { Browser, Page } from 'puppeteer-core';
import type { Bench, Scale } from './bench.ts';
import { launchChromium, requireBrowser } from './chromium.ts';
import { pageOf, servePages, widgetsTag } from './pages.ts';
import { median } from './percentiles.ts';
import type { Table } from './report.ts';

const SIZES: Readonly<Record<Scale, { questions: readonly number[]; visits: number; answers: number }>> = {
  full: { questions: [12, 200, 1000], visits: 9, answers: 30 },
  quick: { questions: [2], visits: 1, answers: 1 },
};

const ANSWERING = '<script src="/survey-form.js"></script>';

export const surveyForm: Bench = {
  name: 'survey-form',
  summary: 'CPU time until a questionnaire can be answered, and from a radio to the next frame',
  async run(_workplace, scale) {
    const executable = requireBrowser();
    const { questions, visits, answers } = SIZES[scale];
    const pages = await servePages();
    const api = await serveSurveys();
    pages.put(
      '/survey-form.js',
      await readFile(fileURLToPath(new URL('pages/survey-form.js', import.meta.url)), 'utf8'),
    );
    const browser = await launchChromium(executable);
    try {
      const tables: Table[] = [];
      for (const count of questions) {
        const form = `<lintas-survey-form survey="${count}" layout="whole"></lintas-survey-form>`;
        pages.put(`/form-${count}.html`, pageOf(form + widgetsTag(api.url, 'pk_bench') + ANSWERING));
        pages.put(`/plain-${count}.html`, pageOf(plainForm(count) + ANSWERING));
        const ours: Visit[] = [];
        const plain: Visit[] = [];
        for (let visit = 0; visit < visits; visit += 1) {
          ours.push(await visitPage(browser, `${pages.origin}/form-${count}.html`, answers));
          plain.push(await visitPage(browser, `${pages.origin}/plain-${count}.html`, answers));
        }
        tables.push({
          title: `${count} questions with five radios each, ${visits} first visits in Chromium, median`,
          subject: 'survey form',
          alternative: 'HTML by hand',
          figures: (['CPU to a usable form', 'radio to next frame'] as const).map((part) => ({
            what: part,
            unit: 'ms' as const,
            value: median(ours.map((each) => each[part])),
            beside: median(plain.map((each) => each[part])),
          })),
        });
      }
      return { tables };
    } finally {
      await browser.close();
      pages.close();
      api.close();
    }
  },
};

/** Milliseconds. */
interface Visit {
  readonly 'CPU to a usable form': number;
  readonly 'radio to next frame': number;
}

/** Opens the page as somebody who was never there, begins, and answers. */
async function visitPage(browser: Browser, url: string, answers: number): Promise<Visit> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.goto(url);
    if (url.includes('/form-')) {
      const start = await page.waitForSelector('lintas-survey-form >>> [part=start-button]', {
        visible: true,
      });
      await start?.click();
      await page.waitForSelector('lintas-survey-form >>> [part=next-button]', { visible: true });
    }
    const { TaskDuration = Number.NaN } = await page.metrics();
    return {
      'CPU to a usable form': TaskDuration * 1000,
      'radio to next frame': await answer(page, answers),
    };
  } finally {
    await context.close();
  }
}

/** Answers one question after the other from the first on; the median wait for the frame after it. */
async function answer(page: Page, answers: number): Promise<number> {
  const waits: unknown = await page.evaluate(`answer(${answers})`);
  if (!Array.isArray(waits)) throw new Error('The page measured nothing.');
  return median(waits.map(Number));
}

/** Answers for every number with a questionnaire of so many questions. */
async function serveSurveys(): Promise<{ readonly url: string; close(): void }> {
  const server = createServer((request, response) => {
    const count = Number(/\/v1\/surveys\/(\d+)/.exec(request.url ?? '')?.[1] ?? 0);
    response.writeHead(200, {
      'Content-Type': 'application/json',
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Headers': '*',
    });
    response.end(JSON.stringify(surveyOf(count)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

const text = (words: string) => ({ en: { text: words, reviewed: 'professional' as const } });
const POINTS = ['Very bad', 'Bad', 'Neither', 'Good', 'Very good'];

function surveyOf(count: number): Survey {
  return {
    id: String(count),
    version: 1,
    publishedAt: '2026-01-01T00:00:00Z',
    title: text('Bench'),
    purpose: text('To measure.'),
    owner: { id: 'a', name: text('Bench') },
    languages: ['en'],
    access: 'open',
    retentionDays: 1,
    minCell: 10,
    pages: [
      {
        id: 'all',
        questions: Array.from({ length: count }, (_, i) => ({
          id: `q${i}`,
          kind: 'scale5',
          text: text(`Question ${i}: how was it?`),
          required: true,
          points: POINTS.map((label, point) => ({ value: point + 1, label: text(label) })),
        })),
      },
    ],
  };
}

function plainForm(count: number): string {
  const radios = (i: number): string =>
    POINTS.map((label) => `<label><input type="radio" name="q${i}"><span>${label}</span></label>`).join('');
  const questions = Array.from(
    { length: count },
    (_, i) => `<fieldset><legend>Question ${i}: how was it?</legend>${radios(i)}</fieldset>`,
  );
  return `<form>${questions.join('')}<button>Send</button></form>`;
}
