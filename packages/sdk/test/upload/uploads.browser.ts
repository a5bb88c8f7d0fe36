// In a browser a file arrives whole over a bad network; and, if the person agreed, when its page is closed.

import type { Document } from '@lintas/contract/documents';
import { age } from '../support/device.ts';
import {
  answerInstead,
  cutConnections,
  holdAnswersBack,
  resetNetwork,
  slowDown,
  startNetwork,
  stopNetwork,
} from '../../../tooling/src/browser-tests/api.ts';
import { digestOf } from '../../src/digest.ts';
import { readKept } from './kept.ts';
import type { UploadPage } from './page/page.ts';
import { until } from '../support/until.ts';
import {
  asItIsKept,
  beginAnew,
  isSent,
  makeBytes,
  newEntry,
  openAgain,
  openTab,
  reload,
  SIZE,
  type Tab,
} from './tabs.ts';

const NAME = 'CANARY-Siti-passport.pdf';
/** Takes long enough over a thin line to do something meanwhile. */
const LONG = 20_000_000;
const THIN = 10_000_000;

async function webDigest(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function expectDelivered({ documents }: UploadPage, bytes: ArrayBuffer): Promise<void> {
  await until(async () => (await documents()).every(({ state }) => state !== 'scanning'));
  const [document, ...others]: readonly Document[] = await documents();
  if (others.length > 0 || document?.offset !== bytes.byteLength)
    throw new Error('Not one document, or not whole.');
  const checksum = document.verifications.find(({ method }) => method === 'checksum');
  if (document.sha256 !== (await webDigest(bytes)) || checksum?.result !== 'pass')
    throw new Error('Other bytes.');
}

describe('uploads in a browser', () => {
  beforeEach(beginAnew);
  afterEach(beginAnew);

  it('makes the digest that the browser makes', async () => {
    for (const size of [0, 1, 55, 56, 63, 64, 65, 262_144, 1_000_003]) {
      const bytes = makeBytes(size);
      const own = await digestOf(new Blob([bytes]));
      if (own !== (await webDigest(bytes))) throw new Error(`Another digest at ${size} bytes.`);
    }
  });

  for (const size of [100_000, SIZE]) {
    it(`sends ${size} bytes and tells how far it is`, async () => {
      const tab = await openTab(await newEntry());
      const bytes = makeBytes(size);
      const told: number[] = [];
      tab.manager.addEventListener('progress', ({ upload }) => told.push(upload.sent));
      const upload = tab.add(bytes, NAME);
      await until(() => isSent(upload));
      await expectDelivered(tab, bytes);
      if (told.at(-1) !== size) throw new Error(`It told ${told.join()}.`);
      if (told.some((sent, index) => sent < (told[index - 1] ?? 0)))
        throw new Error(`It told ${told.join()}.`);
    });
  }

  it('goes on after the connection was cut, again and again', async () => {
    const tab = await openTab(await newEntry());
    const bytes = makeBytes(8_000_000);
    let cuts = 0;
    tab.manager.addEventListener('progress', ({ upload }) => {
      if (upload.sent <= (cuts + 1) * 2_000_000 || cuts === 3) return;
      cuts += 1;
      void cutConnections();
    });
    const upload = tab.add(bytes, NAME);
    await until(() => isSent(upload));
    await expectDelivered(tab, bytes);
  });

  it('waits while there is no network, or only a login page', async () => {
    const tab = await openTab(await newEntry());
    const bytes = makeBytes(SIZE);
    await stopNetwork();
    const upload = tab.add(bytes, NAME);
    await until(() => upload.state === 'waiting');
    await answerInstead(200);
    await startNetwork();
    await until(() => upload.state === 'waiting' && upload.error?.code === 'unexpected-answer');
    await resetNetwork();
    await until(() => isSent(upload));
    await expectDelivered(tab, bytes);
  });

  it('keeps nothing on the device unless the person agreed', async () => {
    const tab = await openTab(await newEntry());
    await holdAnswersBack();
    const upload = tab.add(makeBytes(SIZE), NAME);
    await until(() => upload.state === 'sending');
    const { count, text } = await readKept();
    if (count > 0 || text.includes('lintas')) throw new Error(`It keeps ${text}.`);
  });

  for (const way of ['is reloaded', 'is closed'] as const) {
    it(`goes on after its page ${way} in mid-file, when the person agreed, and then keeps nothing`, async () => {
      const entry = await newEntry();
      const tab = await openTab(entry, true);
      const bytes = makeBytes(LONG);
      await slowDown(THIN);
      const upload = tab.add(bytes, NAME);
      const begun = new Promise<void>((resolve) =>
        tab.manager.addEventListener('progress', () => {
          if (upload.remembered) resolve();
        }),
      );
      await begun;
      await stopNetwork();
      await until(() => upload.state === 'waiting');
      const { count, text } = await readKept();
      if (count !== 1) throw new Error(`It keeps ${count}.`);
      if (/CANARY|passport|Siti/.test(text)) throw new Error(`It keeps ${text}.`);
      if (way === 'is closed') tab.frame.remove();
      else await reload(tab);
      // Only now: a page that takes long to go would send the rest itself.
      await resetNetwork();
      const next = way === 'is closed' ? await openTab(entry, true) : await openAgain(tab, entry, true);

      // Another person's case on the same device gets nothing of it, and takes nothing away.
      const stranger = await openTab(await newEntry(), true);
      if ((await stranger.manager.resumeRemembered()).length > 0)
        throw new Error('It goes on for somebody else.');

      const [resumed] = await next.manager.resumeRemembered();
      if (!resumed) throw new Error('Nothing goes on.');
      await until(() => isSent(resumed));
      await expectDelivered(next, bytes);
      const left = await readKept();
      if (left.count > 0) throw new Error(`It still keeps ${left.text}.`);
    });
  }

  it('forgets what it keeps when the person leaves', async () => {
    const tab = await openTab(await newEntry(), true);
    await slowDown(THIN);
    const upload = tab.add(makeBytes(LONG), NAME);
    await until(() => upload.remembered);
    await tab.manager.forget();
    if ((await readKept()).count > 0) throw new Error('It still keeps it.');
  });

  it('keeps nothing when the person leaves just as it is being kept', async () => {
    const tab = await openTab(await newEntry(), true);
    const opened = asItIsKept(tab, () => void tab.manager.forget());
    await slowDown(THIN);
    tab.add(makeBytes(LONG), NAME);
    await opened;
    await until(async () => !(await indexedDB.databases()).some(({ name }) => name === 'lintas-uploads'));
  });

  it('forgets what it keeps after a day, whoever comes next', async () => {
    const tab = await openTab(await newEntry(), true);
    await slowDown(THIN);
    const upload = tab.add(makeBytes(LONG), NAME);
    await until(() => upload.remembered);
    tab.manager.close();
    tab.frame.remove();
    if ((await readKept()).count !== 1) throw new Error('It keeps nothing.');
    await age(25);
    await openTab(await newEntry());
    await until(async () => (await readKept()).count === 0);
  });

  it('is sent by one of two tabs that both go on with it', async () => {
    const entry = await newEntry();
    const first = await openTab(entry, true);
    const bytes = makeBytes(LONG);
    await slowDown(THIN);
    const upload = first.add(bytes, NAME);
    await until(() => upload.remembered);
    await stopNetwork();
    first.frame.remove();
    await resetNetwork();
    // Or it might be sent before a browser tells of any progress.
    await slowDown(THIN);
    const tabs = [await openTab(entry, true), await openTab(entry, true)];
    // A tab that waits for the other one tells of no progress but the last, when all is there.
    const senders = new Set<Tab>();
    for (const tab of tabs) {
      tab.manager.addEventListener('progress', ({ upload: { sent } }) => {
        if (sent > 0 && sent < LONG) senders.add(tab);
      });
    }
    const resumed = (await Promise.all(tabs.map(({ manager }) => manager.resumeRemembered()))).flat();
    await until(() => resumed.every(isSent));
    const [tab] = tabs;
    if (!tab || resumed.length === 0) throw new Error('Nothing goes on.');
    if (senders.size !== 1) throw new Error(`${senders.size} tabs sent.`);
    await expectDelivered(tab, bytes);
    if ((await readKept()).count > 0) throw new Error('It still keeps it.');
  });
});
