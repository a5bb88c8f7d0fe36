// A file on its way to the real API through a network that fails, and what has come of it in the end.

import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { documentsOf, type CaseDocuments, type StatusSession, type Timing } from '@lintas/sdk';
import {
  createUploadManager,
  hasEnded,
  type Upload,
  type UploadManager,
  type UploadManagerOptions,
  type UploadState,
} from '@lintas/sdk/upload';
import type { Document } from '@lintas/contract/documents';
import { type Proxy, startProxy } from './proxy.ts';
import { QUICK } from './quick.ts';
import { createCase, openCase, pageAt, type ReferenceApi } from './reference-api.ts';

export const PDF = { kind: 'other', mediaType: 'application/pdf' } as const;

/** Bytes of a file that has to be announced before it is sent; they are no real PDF, which only its checks notice. */
export const FILE_BYTES = 700_000;

export interface Delivery extends AsyncDisposable {
  readonly applicationId: string;
  readonly proxy: Proxy;
  readonly session: StatusSession;
  readonly documents: CaseDocuments;
  readonly manager: UploadManager;
  /** Opens the case once more. */
  reopen(): Promise<StatusSession>;
}

export async function prepareDelivery(
  api: ReferenceApi,
  timing: UploadManagerOptions['timing'] = {},
  tries: Partial<Timing> = { ...QUICK, maxBackoff: 40 },
): Promise<Delivery> {
  const proxy = await startProxy(api.port);
  const page = pageAt(proxy.url, tries);
  const created = await createCase(api);
  const session = await openCase(page, created);
  const documents = documentsOf(session);
  const manager = createUploadManager({ documents, timing });
  return {
    applicationId: created.id,
    proxy,
    session,
    documents,
    manager,
    reopen: () => openCase(page, created),
    async [Symbol.asyncDispose]() {
      manager.close();
      await session.close();
      await proxy[Symbol.asyncDispose]();
    },
  };
}

export function makeFile(bytes: number = FILE_BYTES): Blob {
  return new Blob([randomBytes(bytes)], { type: 'application/pdf' });
}

/** Lets nothing through until it is called. */
export function hold({ proxy }: Delivery): () => void {
  const held: (() => void)[] = [];
  proxy.fault = ({ outgoing }) => {
    held.push(() => outgoing.destroy());
    return true;
  };
  return () => {
    proxy.fault = undefined;
    held.forEach((end) => end());
  };
}

/** Resolves when it stands so. */
export function reaches(
  manager: UploadManager,
  upload: Upload,
  ...states: readonly UploadState[]
): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const isThere = states.includes(upload.state);
      if (!isThere && !hasEnded(upload)) return;
      manager.removeEventListener('change', look);
      if (isThere) resolve();
      else reject(new Error(`It is ${upload.state}.`, { cause: upload.error }));
    };
    manager.addEventListener('change', look);
    look();
  });
}

/** Sends a file, whatever happens on its way. */
export async function deliver({ manager }: Delivery, file: Blob): Promise<Upload> {
  const upload = manager.add(file, PDF);
  await reaches(manager, upload, 'sent');
  return upload;
}

export async function sha256Of(file: Blob): Promise<string> {
  return createHash('sha256')
    .update(Buffer.from(await file.arrayBuffer()))
    .digest('hex');
}

/** The documents of the case as the authority sees them, once none is being checked any more. */
export async function settledDocuments(api: ReferenceApi, applicationId: string): Promise<Document[]> {
  for (;;) {
    const { data } = await api.reviews.documentsOf(applicationId);
    if (!data.some(({ state }) => state === 'scanning')) return data;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** There is one document, it is this file, and nothing else is left of its upload. */
export async function assertDelivered(api: ReferenceApi, delivery: Delivery, file: Blob): Promise<void> {
  const [document, ...others] = await settledDocuments(api, delivery.applicationId);
  assert.ok(document);
  assert.equal(others.length, 0);
  assert.equal(document.offset, file.size);
  assert.equal(document.sha256, await sha256Of(file));
  const checksum = document.verifications.find(({ method }) => method === 'checksum');
  assert.equal(checksum?.result, 'pass');
  await assertKept(api, [document.id], 1);
  assert.ok(delivery.manager.uploads.every(({ state }) => state === 'sent'));
}

/** Nothing is left, neither in the case nor in the store. */
export async function assertNothingLeft(
  api: ReferenceApi,
  { applicationId, proxy }: Delivery,
): Promise<void> {
  assert.deepEqual(await settledDocuments(api, applicationId), []);
  const ids = proxy.paths.flatMap((path) => /^\/v1\/(?:uploads|documents)\/([\w-]+)$/.exec(path)?.[1] ?? []);
  await assertKept(api, [...new Set(ids)], 0);
}

/** So many files are kept of documents, put together or in one piece; others go a moment after they were finished. */
async function assertKept(api: ReferenceApi, ids: readonly string[], files: 0 | 1): Promise<void> {
  let found: string[] = [];
  for (let look = 0; look < 500; look += 1) {
    const blobs = await api.blobs();
    const ofThem = blobs.filter((path) => !path.includes('copies/') && ids.some((id) => path.includes(id)));
    found = [...ofThem, ...blobs.filter((path) => path.includes('.drafts'))];
    if (found.length === files) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.equal(found.length, files, found.join());
}
