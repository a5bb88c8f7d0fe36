// How the uploader feels on a slow phone: the time until it can be used with a quarter of the CPU, beside a native file
// input on the same page, and what its own form takes as plain HTML; and how long the page does not answer while a large
// photo is made ready, beside making it ready all at once.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, NetworkConditions, Page } from 'puppeteer-core';
import type { Bench, Scale } from './bench.ts';
import { createCase } from './calls.ts';
import { launchChromium, requireBrowser } from './chromium.ts';
import { startLintas } from './lintas.ts';
import { longestTask } from './longest-task.ts';
import { pageOf, servePages, widgetsTag, type Pages } from './pages.ts';
import { median } from './percentiles.ts';
import { plainFormOf } from './plain-form.ts';
import type { Figure, Table } from './report.ts';
import { bundleOnlyLit } from './widget-start.ts';
import { createPageKey } from './workplace.ts';

interface Size {
  readonly visits: number;
  /** Pixels of photos; what a phone's camera takes, and more than most. */
  readonly photos: readonly (readonly [width: number, height: number])[];
  readonly rounds: number;
}

const SIZES: Readonly<Record<Scale, Size>> = {
  full: {
    visits: 15,
    photos: [
      [4000, 3000],
      [6000, 4000],
    ],
    rounds: 5,
  },
  quick: { visits: 1, photos: [[3200, 2400]], rounds: 1 },
};

/** How many times slower the CPU is made. */
const SLOWER = 4;

/** A network far away from any server: milliseconds until an answer begins, and bytes a second. */
const FAR = { latency: 300, download: 200_000, upload: 100_000 };

export const uploader: Bench = {
  name: 'uploader',
  summary: 'time until it can be used on a slow phone, and the longest pause while a photo is made ready',
  async run(workplace, scale) {
    const executable = requireBrowser();
    const size = SIZES[scale];
    const installation = await workplace.createEmbedded();
    const pages = await servePages();
    const key = await createPageKey(installation, pages.origin);
    const api = await startLintas(installation.settings);
    const browser = await launchChromium(executable);
    try {
      await putPages(pages, widgetsTag(api.url, key));
      const plainForm = await plainFormOf(
        browser,
        `${pages.origin}/uploader.html`,
        'lintas-document-uploader',
      );
      pages.put('/plain.html', pageOf(inForm(plainForm)));
      const stage: Stage = { browser, origin: pages.origin, api: api.url };
      return { tables: [await compareStarts(stage, size), await comparePauses(stage, size)] };
    } finally {
      await browser.close();
      await api.stop();
      pages.close();
    }
  },
};

interface Stage {
  readonly browser: Browser;
  readonly origin: string;
  readonly api: string;
}

/** The same page of a partner three times: with the uploader, with what browsers have, and with Lit and nothing else. */
async function putPages(pages: Pages, widgets: string): Promise<void> {
  const uploaderField = '<lintas-document-uploader name="documents"></lintas-document-uploader>';
  const photos = '<script src="/uploader.js"></script>';
  pages.put('/uploader.html', pageOf(inForm(uploaderField) + widgets));
  pages.put('/native.html', pageOf(inForm('<input type="file" name="documents" multiple>')));
  pages.put(
    '/lit.html',
    pageOf(inForm('<only-lit></only-lit>') + '<script type="module" src="/lit.js"></script>'),
  );
  pages.put('/photos.html', pageOf(photos + inForm(uploaderField) + widgets));
  pages.put('/lit.js', await bundleOnlyLit());
  const script = fileURLToPath(new URL('pages/uploader.js', import.meta.url));
  pages.put('/uploader.js', await readFile(script, 'utf8'));
}

function inForm(field: string): string {
  return `<h1>Appointments</h1><form><label>Your documents ${field}</label><button>Ask for one</button></form>`;
}

/** What has to be there so that a person can begin, as an expression of the page. */
const USABLE = {
  uploader: "document.querySelector('lintas-document-uploader')?.shadowRoot?.querySelector('#reference')",
  native: "document.querySelector('input[type=file]')",
  plain: "document.querySelector('plain-form')?.shadowRoot?.querySelector('#reference')",
  lit: "document.querySelector('only-lit')?.shadowRoot?.querySelector('input')",
} as const;

async function compareStarts(stage: Stage, { visits }: Size): Promise<Table> {
  const measure = async (
    name: keyof typeof USABLE,
    network: NetworkConditions | null,
  ): Promise<Measured> => ({
    name,
    network,
    time: await visitPage(stage, name, network),
  });
  const measured: Measured[] = [];
  for (let visit = 0; visit < visits; visit += 1) {
    for (const name of ['uploader', 'native', 'plain', 'lit'] as const)
      measured.push(await measure(name, null));
    for (const name of ['uploader', 'native'] as const) measured.push(await measure(name, FAR));
  }
  const of = (name: keyof typeof USABLE, network: NetworkConditions | null): number =>
    median(measured.filter((each) => each.name === name && each.network === network).map(({ time }) => time));
  const figure = (
    what: string,
    name: keyof typeof USABLE,
    network: NetworkConditions | null = null,
  ): Figure => ({
    what,
    unit: 'ms',
    value: of(name, network),
    beside: of('native', network),
  });
  return {
    title: `Navigation to the frame after the field is there, ${visits} first visits with a CPU ${SLOWER} times slower, median`,
    subject: 'this page',
    alternative: 'native file input',
    figures: [
      figure('uploader', 'uploader'),
      figure('its form as plain HTML', 'plain'),
      figure('two fields with Lit alone', 'lit'),
      figure(`uploader, every answer ${FAR.latency} ms away`, 'uploader', FAR),
    ],
  };
}

interface Measured {
  readonly name: keyof typeof USABLE;
  readonly network: NetworkConditions | null;
  /** Milliseconds. */
  readonly time: number;
}

async function visitPage(
  { browser, origin }: Stage,
  name: keyof typeof USABLE,
  network: NetworkConditions | null,
): Promise<number> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    const protocol = await page.createCDPSession();
    await protocol.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.emulateNetworkConditions(network);
    await page.evaluateOnNewDocument(watchFor(USABLE[name]));
    await page.goto(`${origin}/${name}.html`);
    const usableAt = await page.waitForFunction('window.usableAt');
    return Number(await usableAt.jsonValue());
  } finally {
    await context.close();
  }
}

const watchFor = (field: string): string => `{
  const look = () => {
    if (${field}?.getBoundingClientRect().width > 0)
      requestAnimationFrame(() => setTimeout(() => (window.usableAt = performance.now())));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}`;

async function comparePauses(stage: Stage, { photos, rounds }: Size): Promise<Table> {
  const figures: Figure[] = [];
  for (const [width, height] of photos) {
    const ours: number[] = [];
    const atOnce: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const page = await openCase(stage);
      const photo = `photo(${width}, ${height})`;
      await page.evaluate(`${photo}.then((made) => { window.made = made; })`);
      atOnce.push(await longestTask(page, () => page.evaluate('makeSmallerAtOnce(made)')));
      ours.push(await longestTask(page, () => page.evaluate('handIn(made)')));
      await page.close();
    }
    figures.push({
      what: `photo of ${(width * height) / 1e6} Mpx`,
      unit: 'ms',
      value: median(ours),
      beside: median(atOnce),
    });
  }
  return {
    title: `CPU time of the page's longest task from a chosen photo to its arrival, median of ${rounds}`,
    subject: 'uploader',
    alternative: 'scaled and encoded at once',
    figures,
  };
}

/** A page with the uploader, and a new case open in it. */
async function openCase({ browser, origin, api }: Stage): Promise<Page> {
  const { reference, pin } = await createCase(api);
  const page = await browser.newPage();
  await page.goto(`${origin}/photos.html`);
  const inUploader = (selector: string): string => `lintas-document-uploader >>> ${selector}`;
  // Without `visible`, a selector is not tried again when only a shadow tree changes.
  const find = (selector: string) => page.waitForSelector(inUploader(selector), { visible: true });
  await (await find('#reference'))?.type(reference);
  await (await find('#pin'))?.type(pin);
  await page.locator(inUploader('[part=open-button]')).click();
  await find('[part~=requirement]');
  return page;
}
