// Answers that wait for the network: none is lost, none counts twice, nobody else can read them, and clearing the device
// leaves nothing.

import { executeServerCommand } from '@web/test-runner-commands';
import { SKM_ELEMENTS, type SubmitResponse } from '@lintas/contract/surveys';
import { hasCode } from '@lintas/sdk';
import { newReceipt } from '@lintas/sdk/surveys';
import { openThere } from '../support/device.ts';
import { until } from '../support/until.ts';
import type { Tab } from './tab.ts';

const SURVEY = '0199a000-0000-7000-8000-000000000001';

/** An answer that can be told from all others by what it says in its own words. */
function answer(mark: string, parts: Partial<SubmitResponse> = {}): SubmitResponse {
  const elements = Object.fromEntries(SKM_ELEMENTS.map((element) => [element, 3]));
  return {
    version: 1,
    language: 'id',
    receipt: newReceipt(),
    answers: { ...elements, suggestion: mark },
    ...parts,
  };
}

describe('answers that wait', () => {
  const tabs: HTMLIFrameElement[] = [];
  let marks = 0;
  const newMark = (): string => `mark ${Date.now()} ${(marks += 1)}.`;

  async function openTab(parameters: Readonly<Record<string, string>> = {}): Promise<Tab> {
    const info: unknown = await executeServerCommand('lintas-api', { action: 'info' });
    const { url, key } = info as { url: string; key: string };
    const frame = document.createElement('iframe');
    frame.src = `/packages/sdk/test/surveys/tab.html?${new URLSearchParams({ api: url, key, ...parameters }).toString()}`;
    tabs.push(frame);
    document.body.append(frame);
    return until(() => {
      const found: unknown = frame.contentWindow && Reflect.get(frame.contentWindow, 'tab');
      return isTab(found) ? found : undefined;
    });
  }
  /** Closes all tabs at once, as a phone does that runs out of memory. */
  function closeTabs(): void {
    for (const frame of tabs.splice(0)) frame.remove();
  }
  const network = (action: 'stop' | 'start' | 'cut' | 'reset') =>
    executeServerCommand('lintas-api', { action });
  /** How often an answer was taken, as its owner sees it. */
  async function taken(mark: string): Promise<number> {
    const path = `/v1/surveys/${SURVEY}/responses.ndjson?part=texts`;
    const answered = await executeServerCommand('lintas-api', { action: 'call', method: 'GET', path });
    const { body } = answered as { body: string };
    return body.split(mark).length - 1;
  }
  function equal(actual: unknown, expected: unknown): void {
    if (actual !== expected) throw new Error(`${String(actual)} is not ${String(expected)}`);
  }

  beforeEach(async () => {
    await network('reset');
  });
  afterEach(async () => {
    await network('start');
    // Firefox waits in vain for a frame that was taken away in the middle of its work: they go after this.
    const tab = await openTab();
    let isClear = false;
    tab.clearDevice().then(() => (isClear = true), console.error);
    await until(() => isClear);
    closeTabs();
  });

  it('arrive at once where there is a network, and nothing of them stays on the device', async () => {
    const mark = newMark();
    const tab = await openTab();
    equal(await tab.add(SURVEY, answer(mark)), 'sent');
    equal(await taken(mark), 1);
    equal((await entries()).length, 0);
  });

  it('arrive from where nothing may be kept, and are not said to wait where the network is away', async () => {
    const [mark, lost] = [newMark(), newMark()];
    const tab = await openTab({ keeps: 'nothing' });
    equal(await tab.add(SURVEY, answer(mark)), 'sent');
    equal(await taken(mark), 1);
    await network('stop');
    const failed = await tab.add(SURVEY, answer(lost)).catch((error: unknown) => error);
    equal(hasCode(failed, 'network'), true);
  });

  it('that were given offline arrive exactly once after the page was closed and opened again', async () => {
    const mark = newMark();
    const tab = await openTab();
    await network('stop');
    equal(await tab.add(SURVEY, answer(mark)), 'waiting');
    equal(tab.state().waiting, 1);
    closeTabs();
    equal(await taken(mark), 0);
    await network('start');
    const reopened = await openTab();
    await until(() => reopened.state().sent === 1);
    equal(await taken(mark), 1);
    equal((await entries()).length, 0);
  });

  it('arrive once when the network breaks while they are sent', async () => {
    const mark = newMark();
    const tab = await openTab();
    const response = answer(mark);
    await executeServerCommand('lintas-api', { action: 'fault', fault: { kind: 'lose-answers' } });
    const outcome = await tab.add(SURVEY, response);
    equal(outcome, 'waiting');
    await network('reset');
    await tab.sendAll();
    equal(tab.state().waiting, 0);
    equal(await taken(mark), 1);
  });

  it('are sent by one of two tabs', async () => {
    const all = [newMark(), newMark(), newMark()];
    const [one, other] = [await openTab(), await openTab()];
    await network('stop');
    for (const mark of all) equal(await one.add(SURVEY, answer(mark)), 'waiting');
    await network('start');
    await Promise.all([one.sendAll(), other.sendAll()]);
    equal(one.state().sent + other.state().sent, all.length);
    for (const mark of all) equal(await taken(mark), 1);
  });

  it('that two tabs give with one receipt count once', async () => {
    const mark = newMark();
    const response = answer(mark);
    const [one, other] = [await openTab(), await openTab()];
    const outcomes = await Promise.all([one.add(SURVEY, response), other.add(SURVEY, response)]);
    equal(outcomes.join(), 'sent,sent');
    equal(await taken(mark), 1);
  });

  it('which the API will never take are given up, and the person is told', async () => {
    const tab = await openTab();
    await network('stop');
    equal(await tab.add(SURVEY, answer(newMark(), { answers: { requirements: 5 } })), 'waiting');
    await network('start');
    await tab.sendAll();
    equal(tab.state().waiting, 0);
    equal(tab.state().refused[0]?.code, 'invalid-request');
    equal((await entries()).length, 0);
  });

  it('cannot be read on the device, and their key cannot be taken out', async () => {
    const mark = newMark();
    const tab = await openTab();
    await network('stop');
    await tab.add(SURVEY, answer(mark));
    await tab.keepDraft({
      survey: SURVEY,
      version: 1,
      receipt: newReceipt(),
      seed: 1,
      page: 0,
      answers: { suggestion: mark },
    });
    const kept = await entries();
    equal(kept.length, 2);
    for (const entry of kept) {
      const bytes = entry.sealed instanceof ArrayBuffer ? entry.sealed : new ArrayBuffer(0);
      const text = new TextDecoder('latin1').decode(bytes) + JSON.stringify({ ...entry, sealed: '' });
      if (text.includes('mark') || text.includes(SURVEY) || bytes.byteLength === 0)
        throw new Error('readable');
    }
    const key = await inDatabase<CryptoKey>('keys', (store) => store.get('key'));
    equal(key?.extractable, false);
  });

  it('end by themselves', async () => {
    const mark = newMark();
    const tab = await openTab();
    await network('stop');
    await tab.add(SURVEY, answer(mark));
    const [entry] = await entries();
    await inDatabase('entries', (store) => store.put({ ...entry, at: Date.now() - 8 * 24 * 60 * 60_000 }));
    await network('start');
    await tab.sendAll();
    equal(tab.state().sent, 0);
    equal(await taken(mark), 0);
    equal((await entries()).length, 0);
  });

  it('and drafts are gone without a trace when the device is cleared, also from another tab', async () => {
    const mark = newMark();
    const [tab, other] = [await openTab(), await openTab()];
    await network('stop');
    await tab.add(SURVEY, answer(mark));
    const draft = {
      survey: SURVEY,
      version: 1,
      receipt: newReceipt(),
      seed: 1,
      page: 0,
      answers: { time: 2 },
    };
    equal(await tab.keepDraft(draft), true);
    equal((await other.recallDraft(SURVEY))?.receipt, draft.receipt);
    // The tab holds the answer while it tries, and would send it with its next try.
    await executeServerCommand('lintas-api', { action: 'fault', fault: { kind: 'stall' } });
    await network('start');
    const sending = tab.sendAll();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await other.clearDevice();
    await executeServerCommand('lintas-api', { action: 'fault' });
    await sending;
    await tab.sendAll();
    equal(await other.recallDraft(SURVEY), undefined);
    equal(await taken(mark), 0);
    const names = (await indexedDB.databases()).map(({ name }) => name);
    equal(names.includes('lintas-surveys'), false);
  });

  for (const where of ['in their own tab', 'in another tab']) {
    it(`that are deleted ${where} while they are sent are not said to have arrived`, async () => {
      const mark = newMark();
      const [tab, other] = [await openTab(), await openTab()];
      await executeServerCommand('lintas-api', { action: 'fault', fault: { kind: 'stall' } });
      const adding = tab.add(SURVEY, answer(mark));
      await new Promise((resolve) => setTimeout(resolve, 300));
      await (where === 'in their own tab' ? tab : other).clearDevice();
      equal(await adding, 'cleared');
      await network('reset');
      await tab.sendAll();
      equal(await taken(mark), 0);
      equal((await entries()).length, 0);
    });
  }

  it('that are gone, nobody knows how, are said to be gone: another tab may have sent or deleted them', async () => {
    const tab = await openTab({ tells: 'nobody' });
    await executeServerCommand('lintas-api', { action: 'fault', fault: { kind: 'stall' } });
    const adding = tab.add(SURVEY, answer(newMark()));
    await until(async () => (await entries()).length > 0);
    await inDatabase('entries', (store) => store.clear());
    equal(await adding, 'elsewhere');
  });

  it('leave no empty database behind where nothing was ever answered', async () => {
    const tab = await openTab();
    await tab.sendAll();
    equal(await tab.recallDraft(SURVEY), undefined);
    equal(
      (await indexedDB.databases()).some(({ name }) => name === 'lintas-surveys'),
      false,
    );
  });
});

interface KeptEntry {
  readonly id: string;
  readonly sealed: unknown;
}

/** What lies on the device, as somebody sees it who looks into the browser's storage. */
async function entries(): Promise<readonly KeptEntry[]> {
  return (await inDatabase<KeptEntry[]>('entries', (store) => store.getAll())) ?? [];
}

async function inDatabase<Value>(
  name: string,
  act: (store: IDBObjectStore) => IDBRequest,
): Promise<Value | undefined> {
  const database = await openThere('lintas-surveys');
  if (!database) return undefined;
  return new Promise((resolve) => {
    const transaction = database.transaction(name, 'readwrite');
    const request = act(transaction.objectStore(name));
    transaction.oncomplete = () => {
      database.close();
      resolve(request.result as Value | undefined);
    };
  });
}

function isTab(value: unknown): value is Tab {
  return typeof value === 'object' && value !== null && 'sendAll' in value;
}
