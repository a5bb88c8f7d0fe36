// From an append to the screen: a real browser shows a case in the tracker while hundreds of other streams are open,
// beside a bare page that puts what it receives from a bare broadcaster into a paragraph.

import assert from 'node:assert/strict';
import type { AppendEvent, CreatedApplication } from '@lintas/contract';
import type { Browser, Page } from 'puppeteer-core';
import type { Bench, Scale } from './bench.ts';
import { appending, createCase, RECEIVED, send, type Call } from './calls.ts';
import { launchChromium, requireBrowser } from './chromium.ts';
import { openStreams } from './followers.ts';
import { startLintas, type RunningProgram } from './lintas.ts';
import { pageOf, servePages, widgetsTag, type Pages } from './pages.ts';
import { percentile } from './percentiles.ts';
import type { Figure } from './report.ts';
import { watchScreen } from './screen-watch.ts';
import { openCases, startBroadcaster } from './streams.ts';
import { createPageKey, type Installation } from './workplace.ts';

const SIZES: Readonly<Record<Scale, { streams: number; appends: number }>> = {
  full: { streams: 500, appends: 50 },
  quick: { streams: 2, appends: 2 },
};

/** Milliseconds, one entry for each append. */
interface Shown {
  readonly sentToShown: number[];
  readonly acknowledgedToShown: number[];
}

export const screen: Bench = {
  name: 'screen',
  summary: 'append to the new status on the screen of a real browser',
  async run(workplace, scale) {
    const executable = requireBrowser();
    const { streams, appends } = SIZES[scale];
    const installation = await workplace.createOnServer();
    const pages = await servePages();
    const browser = await launchChromium(executable);
    try {
      const ours = await measureTracker({ installation, pages, browser }, streams, appends);
      const bare = await measureBarePage(pages, browser, appends);
      return {
        tables: [
          {
            title: `${appends} appends to a case that is on the screen in Chromium, ${streams} other streams open`,
            subject: 'Lintas',
            alternative: 'bare page and broadcaster',
            figures: compare(ours, bare),
          },
        ],
      };
    } finally {
      await browser.close();
      pages.close();
    }
  },
};

interface Stage {
  readonly installation: Installation;
  readonly pages: Pages;
  readonly browser: Browser;
}

async function measureTracker(stage: Stage, streams: number, appends: number): Promise<Shown> {
  const { installation, pages, browser } = stage;
  const key = await createPageKey(installation, pages.origin);
  const api = await startLintas(installation.settings);
  try {
    const others = await openStreams(await openCases(api.url, streams));
    const created = await createCase(api.url);
    for (const event of [RECEIVED, REVIEWED]) await append(appending(api.url, created.id, event));
    pages.put(
      '/tracker.html',
      pageOf(`<lintas-status-tracker></lintas-status-tracker>${widgetsTag(api.url, key)}`),
    );
    const page = await browser.newPage();
    await page.goto(`${pages.origin}/tracker.html`);
    await openInTracker(page, created);
    const shown = await measure(page, ON_TRACKER, appends, (index) =>
      appending(api.url, created.id, index % 2 === 0 ? NEEDED : ANSWERED),
    );
    for (const other of others) other.close();
    return shown;
  } finally {
    await api.stop();
  }
}

/** Takes the case back and forth between two statuses. */
const NEEDED: AppendEvent = { code: 'something_needed', change: 'progress', to: 'action_required' };
const ANSWERED: AppendEvent = { code: 'answer_received', change: 'progress', to: 'in_review' };
const REVIEWED: AppendEvent = { code: 'review_started', change: 'progress', to: 'in_review' };

/** Otherwise a selector is only tried again when the document changes, and not when a shadow tree does. */
const LOOKED_FOR = { visible: true };

async function openInTracker(page: Page, { reference, pin }: CreatedApplication): Promise<void> {
  const type = async (part: string, text: string): Promise<void> => {
    const field = await page.waitForSelector(`lintas-status-tracker >>> [part=${part}]`, LOOKED_FOR);
    await field?.type(text);
  };
  await type('reference', reference);
  await type('pin', pin);
  await page.locator('lintas-status-tracker >>> [part=open-button]').click();
  await page.waitForSelector('lintas-status-tracker >>> [part=headline]', LOOKED_FOR);
}

async function measureBarePage(pages: Pages, browser: Browser, appends: number): Promise<Shown> {
  const bare: RunningProgram = await startBroadcaster();
  try {
    pages.put('/bare.html', pageOf(`<p>nothing yet</p><script type="module" src="/bare.js"></script>`));
    pages.put('/bare.js', barePageScript(bare.url));
    const page = await browser.newPage();
    await page.goto(`${pages.origin}/bare.html`);
    await page.waitForFunction('window.connected === true');
    return await measure(page, ON_BARE_PAGE, appends, (index) => ({
      method: 'POST',
      url: `${bare.url}/case`,
      body: `status ${index}`,
    }));
  } finally {
    await bare.stop();
  }
}

const barePageScript = (url: string): string => `
  const events = new EventSource('${url}/case');
  events.onopen = () => { window.connected = true; };
  events.addEventListener('status', ({ data }) => { document.querySelector('p').textContent = JSON.parse(data); });
`;

/** Expressions that find what is watched, and the text within. */
const ON_TRACKER = {
  root: "document.querySelector('lintas-status-tracker').shadowRoot",
  text: '[part=headline]',
};
const ON_BARE_PAGE = { root: 'document', text: 'p' };

async function measure(
  page: Page,
  where: typeof ON_TRACKER,
  appends: number,
  callOf: (index: number) => Call,
): Promise<Shown> {
  const watch = await watchScreen(page, where);
  const shown: Shown = { sentToShown: [], acknowledgedToShown: [] };
  for (let index = 0; index < appends; index += 1) {
    const [{ sentAt, acknowledgedAt }, shownAt] = await Promise.all([append(callOf(index)), watch.next()]);
    shown.sentToShown.push(shownAt - sentAt);
    shown.acknowledgedToShown.push(shownAt - acknowledgedAt);
  }
  await page.close();
  return shown;
}

/** Times in milliseconds of Unix time, which the browser's clock can be compared with. */
async function append(call: Call): Promise<{ sentAt: number; acknowledgedAt: number }> {
  const answer = await send(call);
  assert.equal(answer.status, 201, answer.text);
  const toUnixTime = Date.now() - performance.now();
  return { sentAt: answer.sentAt + toUnixTime, acknowledgedAt: answer.receivedAt + toUnixTime };
}

function compare(ours: Shown, bare: Shown): Figure[] {
  return [0.5, 0.99].flatMap((share): Figure[] => [
    {
      what: `append sent to shown, p${share * 100}`,
      unit: 'ms',
      value: percentile(ours.sentToShown, share),
      beside: percentile(bare.sentToShown, share),
    },
    {
      // The bare one shows before it acknowledges.
      what: `append acknowledged to shown, p${share * 100}`,
      unit: 'ms',
      value: percentile(ours.acknowledgedToShown, share),
    },
  ]);
}
