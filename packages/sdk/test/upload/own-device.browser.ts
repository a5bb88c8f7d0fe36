// What a device that is the person's own keeps of uploads is what it says; and it goes on once, all of it.

import { resetNetwork, slowDown, stopNetwork } from '../../../tooling/src/browser-tests/api.ts';
import { until } from '../support/until.ts';
import { readKept } from './kept.ts';
import type { Entry } from './page/page.ts';
import { closeTabs, isSent, makeBytes, newEntry, openTab, SIZE } from './tabs.ts';

/** Bytes a second: a file is on its way for long enough to do anything meanwhile. */
const SLOW = 300_000;

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
  beforeEach(async () => {
    await resetNetwork();
  });
  afterEach(async () => {
    await resetNetwork();
    closeTabs();
    indexedDB.deleteDatabase('lintas-uploads');
  });

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
});
