// A round of uploads: people send files while processes are killed at any moment. Afterwards each file is there once,
// byte by byte, no acknowledged byte was asked for again, and nothing is left over.

import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Files } from './files.ts';
import type { Installation } from './installation.ts';
import { call, openCase, type Person } from './person.ts';
import type { Random } from './random.ts';

const UPLOADS = 4;
const LARGEST_FILE = 3 * 1024 * 1024;
const LARGEST_CHUNK = 1024 * 1024;
/** The kill comes after so many acknowledged chunks at most, and then at any moment within so many milliseconds. */
const MOST_CHUNKS = 8;
const LATEST_MOMENT = 60;
/** Leases of a killed process end, and retries come, well within this time. */
const SETTLE_TIMEOUT_MS = 120_000;

/** A file on its way. */
interface Upload {
  readonly person: Person;
  readonly file: Buffer<ArrayBuffer>;
  readonly key: string;
  id?: string;
  /** How many bytes the API has acknowledged. */
  acknowledged: number;
}

/** Answers the faults that were found, each in a sentence. The API runs before and after. */
export async function runUploadRound(
  installation: Installation,
  files: Files,
  random: Random,
  { processes }: { readonly processes: 1 | 2 },
): Promise<string[]> {
  const faults: string[] = [];
  const other = processes === 2 ? await installation.startAnother() : undefined;
  const urls = [installation.url, ...(other ? [other.url] : [])];
  const person = await openCase(installation);
  const uploads = Array.from({ length: UPLOADS }, (_, index): Upload => ({
    person,
    file: randomBytes(1 + random.below(LARGEST_FILE)),
    key: `upload-${index}-${crypto.randomUUID()}`,
    acknowledged: 0,
  }));

  let chunks = 0;
  const target = random.below(MOST_CHUNKS);
  let reached = (): void => {};
  const busy = new Promise<void>((resolve) => (reached = resolve));
  const isOver = Date.now() + SETTLE_TIMEOUT_MS;
  const acknowledge = (): void => void ((chunks += 1) > target && reached());
  const sending = uploads.map(async (upload) => {
    while (Date.now() < isOver) {
      const state = await step(upload, random.pick(urls), random, faults).catch(() => 'again' as const);
      if (state === 'done') return;
      if (state === 'acknowledged') acknowledge();
      else await wait(20);
    }
    faults.push('an upload never came to its end');
  });
  await Promise.race([busy, Promise.all(sending)]);
  await wait(random.below(LATEST_MOMENT));
  await installation.kill();
  await wait(random.below(LATEST_MOMENT));
  await installation.start();
  await Promise.all(sending);
  await other?.kill();

  return [...faults, ...(await findFaults(installation, files, uploads))];
}

/** Announces the file, or asks how far it is and sends the next chunk. */
async function step(
  upload: Upload,
  url: string,
  random: Random,
  faults: string[],
): Promise<'again' | 'acknowledged' | 'done'> {
  const { person, file, key } = upload;
  if (upload.id === undefined) {
    const sha256 = createHash('sha256').update(file).digest('hex');
    const body = { kind: 'other', mediaType: 'image/jpeg', bytes: file.length, sha256 };
    const answer = await call(url, 'POST', '/v1/documents', person, {
      body,
      headers: { 'Idempotency-Key': key },
    });
    if (answer.status !== 201) return 'again';
    const { id } = (await answer.json()) as { id: string };
    upload.id = id;
    return 'again';
  }
  const path = `/v1/uploads/${upload.id}`;
  const head = await call(url, 'HEAD', path, person);
  if (head.status !== 200) return 'again';
  const offset = Number(head.headers.get('upload-offset'));
  if (offset < upload.acknowledged) faults.push(`the offset fell from ${upload.acknowledged} to ${offset}`);
  if (offset === file.length) return 'done';
  const bytes = file.subarray(offset, offset + 1 + random.below(LARGEST_CHUNK));
  const headers = { 'Upload-Offset': String(offset) };
  const { status } = await call(url, 'PATCH', path, person, { bytes, headers });
  if (status === 204) upload.acknowledged = offset + bytes.length;
  else if (status < 500 && status !== 409 && status !== 423)
    faults.push(`a chunk was answered with ${status}`);
  return status === 204 ? 'acknowledged' : 'again';
}

interface Listed {
  readonly id: string;
  readonly state: string;
  readonly verifications: readonly { readonly method: string; readonly result: string }[];
}

/** Waits until everything is looked at, and then for quiet where the files are. */
async function findFaults(
  { url, key }: Installation,
  files: Files,
  uploads: readonly Upload[],
): Promise<string[]> {
  const [first] = uploads;
  if (!first) return [];
  const list = async (): Promise<readonly Listed[]> => {
    const answer = await call(url, 'GET', '/v1/documents', first.person);
    return answer.status === 200 ? ((await answer.json()) as { data: Listed[] }).data : [];
  };
  const namesOf = (): Promise<string[][]> => Promise.all(uploads.map(({ id }) => files.namesOf(id ?? '')));
  const deadline = Date.now() + SETTLE_TIMEOUT_MS;
  let listed = await list();
  const isQuiet = async (): Promise<boolean> =>
    listed.length > 0 &&
    !listed.some(isMoving) &&
    (await files.countDrafts()) === 0 &&
    (await namesOf()).every(({ length }) => length === 1);
  while (Date.now() < deadline && !(await isQuiet())) {
    await wait(200);
    listed = await list();
  }
  const faults: string[] = [];
  if ((await files.countDrafts()) > 0) faults.push('something is left over that nobody finished');
  if (listed.length !== uploads.length)
    faults.push(`${listed.length} documents instead of ${uploads.length}`);
  for (const { id = '', file } of uploads) {
    const found = listed.find((document) => document.id === id);
    const isWhole = found?.verifications.some(
      ({ method, result }) => method === 'checksum' && result === 'pass',
    );
    if (!isWhole) faults.push(`document ${id} is ${found?.state ?? 'not there'}, and was not found whole`);
    const [name, ...others] = await files.namesOf(id);
    if (name === undefined || others.length > 0)
      faults.push(
        `document ${id} is kept in ${name === undefined ? 0 : others.length + 1} files instead of one`,
      );
    const kept = await call(url, 'GET', `/v1/verifications/${id}/original`, { token: key });
    if (!file.equals(Buffer.from(await kept.arrayBuffer()))) faults.push(`${id} has other bytes`);
  }
  return faults;
}

function isMoving({ state }: Listed): boolean {
  return ['queued', 'uploading', 'scanning'].includes(state);
}
