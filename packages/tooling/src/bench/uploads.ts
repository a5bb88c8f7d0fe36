// Files from a real browser to the API, durable when they are acknowledged, beside a plain XMLHttpRequest PUT to a bare
// server that throws away what it gets.

import { randomFillSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { open, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CreatedApplication, DocumentRequirementInput } from '@lintas/contract';
import type { Browser, Page } from 'puppeteer-core';
import { rollup } from 'rollup';
import { findBrowsers } from '../browsers.ts';
import { bundlePlugins, onLog } from '../bundle/plugins.ts';
import { LeftOut, type Bench, type Scale } from './bench.ts';
import { createCase } from './calls.ts';
import { launchChromium } from './chromium.ts';
import { runLintas, startLintas } from './lintas.ts';
import { pageOf, servePages } from './pages.ts';
import { median } from './percentiles.ts';
import { peakMemory } from './memory.ts';
import type { Figure } from './report.ts';
import { startSink } from './upload-sink.ts';
import { createPageKey, type Installation } from './workplace.ts';

const MIB = 1024 * 1024;

interface Size {
  /** Bytes of the large file, and of one to compare memory with. */
  readonly large: number;
  readonly small: number;
  readonly files: number;
  readonly rounds: number;
}

const SIZES: Readonly<Record<Scale, Size>> = {
  full: { large: 200 * MIB, small: 25 * MIB, files: 200, rounds: 5 },
  quick: { large: 2 * MIB, small: MIB, files: 4, rounds: 1 },
};
const FILE_BYTES = 100 * 1024;

export const uploads: Bench = {
  name: 'uploads',
  summary: 'a large file and many small ones from a real browser, beside a plain PUT',
  async run(workplace, scale) {
    const { chromium } = findBrowsers();
    if (!chromium) throw new LeftOut('It needs Chromium.');
    const size = SIZES[scale];
    const folder = mkdtempSync(join(tmpdir(), 'lintas-bench-files-'));
    const installation = await workplace.createEmbedded();
    await askForLargeFiles(installation, folder);
    const pages = await servePages();
    const key = await createPageKey(installation, pages.origin);
    const api = await startLintas(installation.settings);
    const sink = await startSink(folder);
    const browser = await launchChromium(chromium);
    try {
      pages.put(
        '/uploads.html',
        pageOf('<input type="file"><script type="module" src="/uploads.js"></script>'),
      );
      pages.put('/uploads.js', await bundlePage());
      const stage: Stage = {
        browser,
        page: `${pages.origin}/uploads.html`,
        api: api.url,
        pid: api.pid,
        key,
        sink: sink.url,
        keeper: `${sink.url}kept`,
        folder,
      };
      return { tables: [await sendLarge(stage, size), await sendMany(stage, size)] };
    } finally {
      await browser.close();
      sink.close();
      await api.stop();
      pages.close();
      rmSync(folder, { recursive: true });
    }
  },
};

interface Stage {
  readonly browser: Browser;
  readonly page: string;
  readonly api: string;
  readonly pid: number;
  readonly key: string;
  /** Addresses of a server that forgets what it gets, and of one that only writes it to the disk. */
  readonly sink: string;
  readonly keeper: string;
  readonly folder: string;
}

async function sendLarge(stage: Stage, { large, small, rounds }: Size) {
  const ours: number[] = [];
  const plain: number[] = [];
  const kept: number[] = [];
  const reading: number[] = [];
  const memory: Held[] = [];
  const littleMemory: Held[] = [];
  for (let round = 0; round < rounds; round += 1) {
    plain.push(await sendFilePlainly(stage, stage.sink, large));
    kept.push(await sendFilePlainly(stage, stage.keeper, large));
    const sent = await sendFile(stage, large);
    ours.push(sent.ms);
    reading.push(sent.reading);
    // Watching costs time of its own.
    memory.push(await watchMemory(stage, large));
    littleMemory.push(await watchMemory(stage, small));
  }
  const held = (what: string, name: keyof Held): Figure => ({
    what: `memory of the ${what}, beside a file of ${small / MIB} MiB`,
    unit: 'KiB',
    value: median(memory.map((each) => each[name])) / 1024,
    beside: median(littleMemory.map((each) => each[name])) / 1024,
  });
  const figures: Figure[] = [
    { what: 'chosen to acknowledged', unit: 'ms', value: median(ours), beside: median(plain) },
    {
      what: 'of that, reading before the first byte',
      unit: 'ms',
      value: median(reading),
      beside: median(plain),
    },
    {
      what: 'plain PUT to a server that only writes it',
      unit: 'ms',
      value: median(kept),
      beside: median(plain),
    },
    held('server', 'server'),
    held('page', 'heap'),
  ];
  return {
    title: `A file of ${large / MIB} MiB, median of ${rounds}`,
    subject: 'Lintas',
    alternative: 'plain PUT',
    figures,
  };
}

async function sendMany({ browser, page: url, api, key, sink, keeper }: Stage, { files, rounds }: Size) {
  const ours: number[] = [];
  const plain: number[] = [];
  const kept: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // A case holds a hundred documents.
    const cases = await Promise.all(Array.from({ length: Math.ceil(files / 100) }, () => createCase(api)));
    const page = await browser.newPage();
    await page.goto(url);
    const run = (send: string): Promise<number> => evaluate(page, `makeFiles(${files}, ${FILE_BYTES})`, send);
    plain.push(await run(`sendPlainly('${sink}', files)`));
    kept.push(await run(`sendPlainly('${keeper}', files)`));
    ours.push(await run(sendWithLintas({ api, key }, cases)));
    await page.evaluate('allChecked()');
    await page.close();
  }
  const figures: Figure[] = [
    { what: 'all acknowledged', unit: 'ms', value: median(ours), beside: median(plain) },
    {
      what: 'plain PUT to a server that only writes them',
      unit: 'ms',
      value: median(kept),
      beside: median(plain),
    },
  ];
  return {
    title: `${files} files of 100 KiB, median of ${rounds}`,
    subject: 'Lintas',
    alternative: 'plain PUT',
    figures,
  };
}

async function sendFile(stage: Stage, bytes: number): Promise<{ ms: number; reading: number }> {
  const created = await createCase(stage.api);
  const page = await openWithFile(stage, bytes);
  const ms = await evaluate(page, 'chosenFiles()', sendWithLintas(stage, [created]));
  const reading = Number(await page.evaluate('readFor'));
  await page.evaluate('allChecked()');
  await page.close();
  return { ms, reading };
}

/** Bytes that were held at most more than before. */
interface Held {
  readonly server: number;
  readonly heap: number;
}

async function watchMemory(stage: Stage, bytes: number): Promise<Held> {
  const created = await createCase(stage.api);
  const page = await openWithFile(stage, bytes);
  const server = await peakMemory(stage.pid);
  const heap = peakHeap(page);
  await evaluate(page, 'chosenFiles()', sendWithLintas(stage, [created]));
  const held = { server: await server.stop(), heap: await heap.stop() };
  await page.evaluate('allChecked()');
  await page.close();
  return held;
}

async function sendFilePlainly(stage: Stage, to: string, bytes: number): Promise<number> {
  const page = await openWithFile(stage, bytes);
  const ms = await evaluate(page, 'chosenFiles()', `sendPlainly('${to}', files)`);
  await page.close();
  return ms;
}

async function openWithFile({ browser, page: url, folder }: Stage, bytes: number): Promise<Page> {
  const path = join(folder, 'file.pdf');
  await writeRandom(path, bytes);
  const page = await browser.newPage();
  await page.goto(url);
  const input = await page.$('input');
  await input?.uploadFile(path);
  return page;
}

/** Runs expressions of the page: `files`, and what is done with them. */
async function evaluate(page: Page, files: string, send: string): Promise<number> {
  await page.waitForFunction('window.sendWithLintas !== undefined');
  return Number(await page.evaluate(`Promise.resolve(${files}).then((files) => ${send})`));
}

function sendWithLintas(
  { api, key }: Pick<Stage, 'api' | 'key'>,
  cases: readonly CreatedApplication[],
): string {
  const entries = JSON.stringify(cases.map(({ reference, pin }) => ({ reference, pin })));
  return `sendWithLintas('${api}', '${key}', ${entries}, files)`;
}

/** Reads how much of the page's heap is used, every 50 ms. */
function peakHeap(page: Page): { stop(): Promise<number> } {
  let most = 0;
  let least = Number.POSITIVE_INFINITY;
  let stopped = false;
  const reading = (async () => {
    while (!stopped) {
      const { JSHeapUsedSize = 0 } = await page.metrics();
      most = Math.max(most, JSHeapUsedSize);
      least = Math.min(least, JSHeapUsedSize);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  return {
    async stop() {
      stopped = true;
      await reading;
      return most - least;
    },
  };
}

async function writeRandom(path: string, bytes: number): Promise<void> {
  const file = await open(path, 'w');
  const block = Buffer.allocUnsafe(MIB);
  for (let written = 0; written < bytes; written += MIB) await file.write(randomFillSync(block));
  await file.close();
}

async function askForLargeFiles({ settings }: Installation, folder: string): Promise<void> {
  const requirement: DocumentRequirementInput = {
    id: 'bench',
    kind: 'stay_limited',
    documentKind: 'other',
    title: { en: { text: 'A large file', reviewed: 'peer' } },
    why: { en: { text: 'To see how long it takes.', reviewed: 'peer' } },
    required: false,
    accept: ['application/pdf'],
    maxBytes: 256 * MIB,
    sides: 1,
    translation: false,
    certified: false,
    alternatives: [],
  };
  const path = join(folder, 'requirements.json');
  await writeFile(path, JSON.stringify([requirement]));
  await runLintas(settings, 'requirements', '--tenant', 'imigrasi', path);
}

/** Built as the widgets are. */
async function bundlePage(): Promise<string> {
  const input = fileURLToPath(new URL('pages/uploads.js', import.meta.url));
  const bundle = await rollup({ input, onLog, plugins: bundlePlugins() });
  const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true });
  await bundle.close();
  return output[0].code;
}
