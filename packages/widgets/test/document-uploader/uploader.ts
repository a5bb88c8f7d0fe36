// An uploader on the test's page, used as a person uses it, and files as people have them.

import '../../src/document-uploader/define.ts';
import type { Review, ReviewResult } from '@lintas/contract/documents';
import { documentsOf, fingerprintOf } from '@lintas/sdk/documents';
import { createStatusClient } from '@lintas/sdk/status';
import type { LintasDocumentUploader } from '../../src/document-uploader/document-uploader.ts';
import { until } from '../core/assert.ts';
import { openThere } from '../../../sdk/test/support/device.ts';
import { call, createCase, findApi } from '../../../tooling/src/browser-tests/api.ts';
import { open } from '../status-tracker/tracker.ts';

export interface ShownUploader {
  readonly element: LintasDocumentUploader;
  readonly root: ShadowRoot;
}

/** Puts an uploader on the page. */
export async function showUploader(lang = 'en', into: Element = document.body): Promise<ShownUploader> {
  const { url, key } = await findApi();
  const element = document.createElement('lintas-document-uploader');
  element.lang = lang;
  element.setAttribute('api', url);
  element.setAttribute('key', key);
  into.append(element);
  await until(() => element.shadowRoot?.querySelector('h2'));
  return { element, root: await until(() => element.shadowRoot) };
}

/** An uploader with a new case open, by its own form. */
export async function showOpened(lang?: string, into?: Element) {
  const created = await createCase();
  const shown = await showUploader(lang, into);
  await open(shown, created);
  await findIn(shown, '[part~=requirement]');
  return { ...shown, created };
}

/** An element of the uploader; waits until it is there. */
export function findIn<Found extends HTMLElement = HTMLElement>(
  { root }: ShownUploader,
  selector: string,
): Promise<Found> {
  return until(() => root.querySelector<Found>(selector));
}

/** The paper whose title has these words. */
export function findPaper({ root }: ShownUploader, title: string): Promise<HTMLElement> {
  return until(() =>
    [...root.querySelectorAll<HTMLElement>('[part~=requirement]')].find((paper) =>
      paper.querySelector('h3')?.textContent?.includes(title),
    ),
  );
}

/** The button with these words; waits until it is there. */
export function findButton(place: Element, words: string): Promise<HTMLButtonElement> {
  return until(() => [...place.querySelectorAll('button')].find((button) => wordsIn(button) === words));
}

/** Gives a file by the real input of a place, as the device's dialogue does. */
export function give(place: Element, ...files: readonly File[]): void {
  const input = place.querySelector<HTMLInputElement>('.pick.file input');
  if (!input) throw new Error('No file can be given here.');
  const data = new DataTransfer();
  files.forEach((file) => data.items.add(file));
  input.files = data.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Drops files on a part of the uploader. */
export function drop(place: Element, ...files: readonly File[]): void {
  const data = new DataTransfer();
  files.forEach((file) => data.items.add(file));
  place.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
}

/** A photo: detailed enough to be sharp, and never the same twice. */
export async function photo(name = 'IMG_0001.jpg', width = 1200, height = 900): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('There is no canvas.');
  context.fillStyle = '#b8b0a0';
  context.fillRect(0, 0, width, height);
  for (let index = 0; index < 900; index++) {
    context.fillStyle = index % 2 ? '#222' : '#ddd';
    context.fillRect(
      Math.random() * width,
      Math.random() * height,
      4 + Math.random() * 40,
      2 + Math.random() * 6,
    );
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.8));
  if (!blob) throw new Error('There is no picture.');
  return new File([blob], name, { type: 'image/jpeg' });
}

/** A PDF of one page that takes a while to send: 16 MiB that nothing could make smaller. */
export function largePdf(name = 'scan.pdf'): File {
  const padding = Array.from({ length: 256 }, () => crypto.getRandomValues(new Uint8Array(65_536)));
  const objects: readonly (readonly BlobPart[])[] = [
    ['<< /Type /Catalog /Pages 2 0 R >>'],
    ['<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    ['<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>'],
    [`<< /Length ${256 * 65_536} >>\nstream\n`, ...padding, '\nendstream'],
  ];
  const parts: BlobPart[] = ['%PDF-1.7\n'];
  const offsets = objects.map((object, index) => {
    const offset = new Blob(parts).size;
    parts.push(`${index + 1} 0 obj\n`, ...object, '\nendobj\n');
    return String(offset).padStart(10, '0');
  });
  const start = new Blob(parts).size;
  const entries = offsets.map((offset) => `${offset} 00000 n \n`).join('');
  parts.push(
    `xref\n0 5\n0000000000 65535 f \n${entries}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
  );
  return new File(parts, name, { type: 'application/pdf' });
}

/** How many files the device keeps for another time. */
export async function countKept(): Promise<number> {
  const database = await openThere('lintas-uploads');
  if (!database) return 0;
  return new Promise((resolve) => {
    const counting = database.transaction('entries').objectStore('entries').count();
    counting.onsuccess = () => {
      database.close();
      resolve(counting.result);
    };
  });
}

/** What a person can read in a part of the uploader. */
export function wordsIn(element: Element | null | undefined): string {
  return (element?.textContent ?? '')
    .replaceAll(/[\u2066-\u2069]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Announces a file from another device, whose bytes do not come; answers the id of its document. */
export async function announce(
  file: File,
  { reference, pin }: { readonly reference: string; readonly pin: string },
): Promise<string> {
  const { url: baseUrl, key } = await findApi();
  const session = await createStatusClient({ baseUrl, key }).open({ reference, pin });
  const { id } = await documentsOf(session).create({
    kind: 'other',
    side: 'whole',
    fileName: file.name,
    mediaType: 'application/pdf',
    bytes: file.size,
    fingerprint: await fingerprintOf(file),
  });
  await session.close();
  return id;
}

/** The authority's officer decides about a document of a case, through the API. */
export async function decide(documentId: string, result: ReviewResult): Promise<void> {
  const path = `/v1/verifications/${documentId}`;
  const claimed = await call<Review>('POST', `${path}/claim`);
  if (claimed.status !== 200) throw new Error(`Not claimed: ${JSON.stringify(claimed)}`);
  const decided = await call<Review>('POST', `${path}/result`, result);
  if (decided.status !== 200) throw new Error(`Not decided: ${JSON.stringify(decided)}`);
}

/** Listens to what is announced from now on, as a screen reader would; answers how to wait for a text among it. */
export async function hear(shown: ShownUploader): Promise<(text: string) => Promise<true>> {
  const heard: string[] = [];
  const region = await findIn(shown, '[role=status]');
  const listener = new MutationObserver(() => heard.push(wordsIn(region)));
  listener.observe(region, { childList: true, characterData: true, subtree: true });
  return (text) => until(() => heard.some((said) => said.includes(text)));
}
