// What people do with their documents on the partner's page, and what they see of them there and from anywhere else.

import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '@lintas/sdk';
import { documentsOf, type CaseDocuments } from '@lintas/sdk/documents';
import { DEMO_PAGE_KEY, type DemoCase } from '@lintas/server';
import type { Window } from './hands.ts';
import type { Line } from './line.ts';
import { click, inElement, openCase, until, wordsOf } from './steps.ts';

/** Where the page looks for the API. */
export const API_PORT = 4680;

export function inUploader(selector: string): string {
  return inElement('lintas-document-uploader', selector);
}

/** The paper of the case that is a photograph of the person. */
export const PHOTO = `[...document.querySelector('lintas-document-uploader')?.shadowRoot?.querySelectorAll('[part~=requirement]') ?? []]
  .find((paper) => paper.querySelector('h3').textContent.includes('A photo of you'))`;
export const STATE: string = wordsOf(`${PHOTO}?.querySelector('[part~=document-state]')`);

/** Sends half of a photograph from a device that is the person's own; then the connection breaks. */
export async function sendHalf(
  page: Window,
  line: Line,
  ofPerson: DemoCase,
  path: string,
  bytes: number,
): Promise<void> {
  await openCase(page, ofPerson);
  await click(page, inUploader('#own-device'));
  await until(page, `${inUploader('#own-device')}.checked`);
  const broken = line.breakAfter(Math.floor(bytes / 2));
  await page.give(`${PHOTO}.querySelector('.pick.file input')`, path);
  await broken;
}

/** Goes on with what was interrupted; answers how many bytes were sent until it was received. */
export async function goOn(page: Window, line: Line): Promise<number> {
  const listening = line.listenIn();
  await click(page, inUploader('[part=go-on-button]'));
  await until(page, `${STATE} === 'Received'`);
  return listening().length;
}

/** How many entries there are in the databases that the page has on the device. */
export async function countKept(page: Window): Promise<number> {
  await page.look(`(() => {
    const ended = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const count = async () => {
      let entries = 0;
      for (const { name } of await indexedDB.databases()) {
        const opening = indexedDB.open(name);
        // It may be deleted at any moment, and looking must not make an empty one.
        opening.onupgradeneeded = () => opening.transaction.abort();
        const database = await ended(opening).catch(() => undefined);
        if (!database) continue;
        for (const store of database.objectStoreNames)
          entries += await ended(database.transaction(store).objectStore(store).count());
        database.close();
      }
      return entries;
    };
    void count().then((entries) => (window.kept = { entries }));
    return true;
  })()`);
  await until(page, 'window.kept');
  return page.look<number>('window.kept.entries');
}

/** The file as it was handed in, as the person can download it. */
export async function fetchAccepted(ofPerson: DemoCase): Promise<Buffer> {
  return asThemselves(ofPerson, async (documents) => {
    await documents.stepUp(ofPerson.pin);
    const { data } = await documents.list();
    const accepted = data.filter(({ state }) => state === 'accepted');
    assert.equal(accepted.length, 1);
    const file = await documents.download(accepted[0]?.id ?? '');
    return Buffer.from(await file.arrayBuffer());
  });
}

/** Waits until the API has kept what came before the connection dropped. */
export async function untilKept(ofPerson: DemoCase): Promise<void> {
  await asThemselves(ofPerson, async (documents) => {
    while ((await documents.list()).data.every(({ offset }) => offset === 0)) await sleep(50);
  });
}

/** What a person does from another device. */
export async function asThemselves<Result>(
  { reference, pin }: DemoCase,
  act: (documents: CaseDocuments) => Promise<Result>,
): Promise<Result> {
  const client = createClient({ baseUrl: `http://localhost:${API_PORT}`, key: DEMO_PAGE_KEY });
  const session = await client.status.open({ reference, pin });
  try {
    return await act(documentsOf(session));
  } finally {
    await session.close();
  }
}
