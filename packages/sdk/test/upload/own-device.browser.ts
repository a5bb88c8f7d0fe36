// What a device that is the person's own keeps of uploads is what it says; and it goes on once, all of it.

import type { Upload } from '@lintas/sdk/upload';
import {
  answerInstead,
  cutConnections,
  PROBLEM,
  problem,
  resetNetwork,
  slowDown,
  stopNetwork,
} from '../../../tooling/src/browser-tests/api.ts';
import { until } from '../support/until.ts';
import { readKept } from './kept.ts';
import type { Entry } from './page/page.ts';
import { asItIsKept, beginAnew, isSent, makeBytes, newEntry, openTab, SIZE, type Tab } from './tabs.ts';

/** Bytes a second: a file is on its way for long enough to do anything meanwhile. */
const SLOW = 300_000;

/** A page of which a file is on its way and kept. */
async function openWithKept(entry: Entry): Promise<{ readonly tab: Tab; readonly upload: Upload }> {
  await slowDown(SLOW);
  const tab = await openTab(entry, true);
  const upload = tab.add(makeBytes(SIZE), 'file.pdf');
  await until(() => upload.remembered);
  return { tab, upload };
}

/** An earlier page has left so many files unfinished. */
async function leaveUnfinished(entry: Entry, count: number): Promise<void> {
  await slowDown(SLOW);
  const tab = await openTab(entry, true);
  const uploads = Array.from({ length: count }, () => tab.add(makeBytes(SIZE), 'file.pdf'));
  await until(() => uploads.every(({ remembered }) => remembered));
  await stopNetwork();
  tab.frame.remove();
  await resetNetwork();
}

async function expectKept(expected: number): Promise<void> {
  const { count } = await readKept();
  if (count !== expected) throw new Error(`It keeps ${count}.`);
}

describe('uploads on a device that is the person’s own', () => {
  beforeEach(beginAnew);
  afterEach(beginAnew);

  it('go on once, however often the person asks for it', async () => {
    const entry = await newEntry();
    await leaveUnfinished(entry, 1);
    const { manager } = await openTab(entry, true);
    const asked = await Promise.all([manager.resumeRemembered(), manager.resumeRemembered()]);
    const resumed = asked.flat();
    if (resumed.length !== 1 || manager.uploads.length !== 1) throw new Error(`${resumed.length} go on.`);
    await until(() => resumed.every(isSent));
    await expectKept(0);
  });

  it('are kept again when the person has changed their mind twice', async () => {
    const { tab, upload } = await openWithKept(await newEntry());
    tab.manager.remember = false;
    if (upload.remembered) throw new Error('It says that it is kept.');
    await until(async () => (await readKept()).count === 0);
    tab.manager.remember = true;
    await until(() => upload.remembered);
    await expectKept(1);
    await resetNetwork();
    await until(() => isSent(upload));
    await expectKept(0);
  });

  it('are kept once when the person changes their mind twice just as they are being kept', async () => {
    await slowDown(SLOW);
    const tab = await openTab(await newEntry(), true);
    const opened = asItIsKept(tab, () => {
      tab.manager.remember = false;
      tab.manager.remember = true;
      tab.manager.remember = true;
    });
    const upload = tab.add(makeBytes(SIZE), 'file.pdf');
    await opened;
    await until(() => upload.remembered);
    await until(async () => (await readKept()).count === 1);
    await resetNetwork();
    await until(() => isSent(upload));
    await until(async () => (await readKept()).count === 0);
  });

  it('are kept again when one that was refused is tried once more', async () => {
    const { upload } = await openWithKept(await newEntry());
    await answerInstead(409, PROBLEM, problem('file-not-taken', 409));
    await cutConnections();
    await until(() => upload.state === 'failed');
    if (upload.remembered) throw new Error('It says that it is kept.');
    await expectKept(0);
    await slowDown(SLOW);
    upload.resume();
    await until(() => upload.remembered);
    await expectKept(1);
  });

  it('are kept also when the API was not well for too long, and the person agrees only then', async () => {
    await slowDown(SLOW);
    const tab = await openTab(await newEntry());
    const upload = tab.add(makeBytes(SIZE), 'file.pdf');
    await until(() => upload.documentId !== undefined);
    await answerInstead(503, PROBLEM, problem('unavailable', 503));
    await cutConnections();
    await until(() => upload.state === 'failed');
    tab.manager.remember = true;
    await until(() => upload.remembered);
    await expectKept(1);
  });

  it('all go on later when the network goes just as they are asked for', async () => {
    const entry = await newEntry();
    await leaveUnfinished(entry, 2);
    const { manager, frame } = await openTab(entry, true);
    const page = frame.contentDocument?.defaultView;
    if (!page) throw new Error('The frame has no page.');
    const { fetch } = page;
    let asked = 0;
    page.fetch = (...given) => {
      asked += 1;
      return asked === 1 ? fetch(...given) : Promise.reject(new TypeError('There is no network.'));
    };
    const failed = await manager.resumeRemembered().then(
      () => false,
      () => true,
    );
    page.fetch = fetch;
    if (!failed || manager.uploads.length > 0) throw new Error('Some go on, and nobody was told.');
    const resumed = await manager.resumeRemembered();
    if (resumed.length !== 2) throw new Error(`${resumed.length} go on.`);
    await until(() => resumed.every(isSent));
  });

  it('do not go on in a page that has closed its queue while they were asked for', async () => {
    const entry = await newEntry();
    await leaveUnfinished(entry, 1);
    const { manager } = await openTab(entry, true);
    const asking = manager.resumeRemembered();
    manager.close();
    if ((await asking).length > 0 || manager.uploads.length > 0) throw new Error('It goes on.');
    await expectKept(1);
  });
});
