// Whatever happens in whichever order, what the server says of an upload is what a model of a few lines says.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { expireUploads, sweepBlobs } from '../../src/documents/expire.ts';
import { finishPending } from '../../src/documents/finish.ts';
import { UPLOAD_LIFETIME_MS } from '../../src/documents/announce.ts';
import type { Api } from '../fixtures/api.ts';
import {
  announce,
  blobsOf,
  openNewCase,
  originalKey,
  patch,
  photo,
  readOriginal,
  type ReturningApplicant,
  tus,
} from '../fixtures/documents.ts';
import { onEachPlace } from '../fixtures/use-api.ts';

const BYTES = 4000;
const HOUR = 3_600_000;

/** What the model knows of an upload. */
interface Modelled {
  readonly id: string;
  readonly path: string;
  readonly file: Buffer<ArrayBuffer>;
  readonly replaces: Modelled | undefined;
  received: number;
  state: 'unfinished' | 'finished' | 'gone';
  expiresAt: number;
}

interface World {
  readonly api: Api;
  readonly applicant: ReturningApplicant;
  readonly applicationId: string;
  token: string;
  readonly uploads: Modelled[];
}

type Step =
  | { readonly do: 'create'; readonly replacing?: number | undefined }
  | { readonly do: 'patch'; readonly which: number; readonly offset: number; readonly length: number }
  | { readonly do: 'cut'; readonly which: number; readonly length: number }
  | { readonly do: 'race'; readonly which: number; readonly length: number }
  | { readonly do: 'crash'; readonly which: number }
  | { readonly do: 'delete'; readonly which: number }
  | { readonly do: 'finish' }
  | { readonly do: 'pass'; readonly hours: number };

const which = fc.nat(5);
/** Often all that is missing, or few uploads would ever be finished. */
const length = fc.oneof(fc.integer({ min: 0, max: BYTES }), fc.constant(BYTES));
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('create' as const),
        replacing: fc.option(which, { nil: undefined }),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('patch' as const),
        which,
        offset: fc.constantFrom(0, 0, 0, 1, -1, BYTES),
        length,
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('cut' as const), which, length }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('race' as const), which, length }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const), which }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), which }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('finish' as const) }) },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('pass' as const), hours: fc.integer({ min: 1, max: 30 }) }),
    },
  ),
  { minLength: 3, maxLength: 25 },
);

/** Each is to replace the one before it. */
const CHAIN: readonly Step[] = [
  { do: 'create' },
  { do: 'create', replacing: 0 },
  { do: 'create', replacing: 1 },
];

onEachPlace(({ api, storeName }) => {
  test('uploads are what the model says', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const applicant = await openNewCase(api());
        const { applicationId, token } = applicant;
        const world: World = { api: api(), applicant, applicationId, token, uploads: [] };
        for (const step of [...CHAIN, ...sequence]) {
          await take(world, step);
          for (const upload of world.uploads) await compare(world, upload);
        }
        await settle(world);
      }),
      { numRuns: storeName === 'S3' ? 3 : 12 },
    );
  });
});

async function take(world: World, step: Step): Promise<void> {
  const { api, uploads } = world;
  if (step.do === 'create') {
    const replaced = step.replacing === undefined ? undefined : uploads[step.replacing % uploads.length];
    return create(world, replaced?.state === 'gone' ? undefined : replaced);
  }
  if (step.do === 'finish') return finish(world);
  if (step.do === 'pass') return pass(world, step.hours);
  const upload = uploads[step.which % uploads.length];
  if (!upload) return;
  const { path, file, received } = upload;
  if (step.do === 'delete') {
    const { status } = await tus(api, world, 'DELETE', path);
    assert.equal(status, upload.state === 'gone' ? 410 : 204);
    upload.state = 'gone';
    return;
  }
  if (step.do === 'crash') {
    // What a process leaves that is killed after it wrote a piece and before anybody knew of it.
    const key = `segments/${upload.id}/of-a-killed-process`;
    if (upload.state === 'unfinished') await api.dependencies.blobs.put(key, new Blob([file]).stream());
    return;
  }
  const rest = file.subarray(received, received + step.length);
  if (step.do === 'patch') {
    const offset = Math.max(0, received + step.offset);
    const response = await patch(api, world, path, offset, rest);
    const expected = upload.state === 'gone' ? 410 : offset === received ? 204 : 409;
    assert.equal(response.status, expected);
    if (expected === 204) arrive(world, upload, rest.length);
  }
  if (step.do === 'cut') {
    const { status } = await patch(api, world, path, received, brokenOff(rest));
    assert.equal(status, upload.state === 'gone' ? 410 : 503);
    if (upload.state === 'unfinished') arrive(world, upload, rest.length);
  }
  if (step.do === 'race') {
    const answers = await Promise.all([1, 2].map(() => patch(api, world, path, received, rest)));
    const statuses = answers.map(({ status }) => status).sort();
    if (upload.state === 'gone') assert.deepEqual(statuses, [410, 410]);
    else if (rest.length === 0) assert.deepEqual(statuses, [204, 204]);
    else assert.ok(statuses[0] === 204 && [409, 413, 423].includes(statuses[1] ?? 0), String(statuses));
    if (upload.state === 'unfinished') arrive(world, upload, rest.length);
  }
}

async function create(world: World, replaces: Modelled | undefined): Promise<void> {
  const file = photo(BYTES);
  const { id, path } = await announce(world.api, world, file, { replaces: replaces?.id });
  const expiresAt = world.api.now() + UPLOAD_LIFETIME_MS;
  world.uploads.push({ id, path, file, replaces, received: 0, state: 'unfinished', expiresAt });
}

async function finish({ api, uploads }: World): Promise<void> {
  await finishPending(api.dependencies);
  // A paper that is here takes away what it replaces, and what that was to replace.
  for (const { state, replaces } of uploads) {
    if (state !== 'finished') continue;
    for (let replaced = replaces; replaced; replaced = replaced.replaces) replaced.state = 'gone';
  }
  for (const { id, file, state } of uploads) {
    if (state === 'finished') assert.ok((await readOriginal(api, id)).equals(file));
  }
}

async function pass(world: World, hours: number): Promise<void> {
  const { api, applicant, uploads } = world;
  api.pass(hours * HOUR);
  await expireUploads(api.dependencies);
  await sweepBlobs(api.dependencies);
  // Sessions end meanwhile; the person gives the code again.
  world.token = await applicant.reopen();
  for (const upload of uploads) {
    if (upload.state === 'unfinished' && upload.expiresAt <= api.now()) upload.state = 'gone';
  }
}

async function compare({ api, token }: World, { path, received, state }: Modelled): Promise<void> {
  const { status, headers } = await tus(api, { token }, 'HEAD', path);
  assert.equal(status, state === 'gone' ? 410 : 200);
  if (state !== 'gone') assert.equal(headers.get('upload-offset'), String(received));
}

/** In the end what is finished is there whole, and nothing else is. */
async function settle(world: World): Promise<void> {
  await finish(world);
  for (const upload of world.uploads) await compare(world, upload);
  // What is unfinished runs out, and what killed processes left is looked for once more.
  await pass(world, 30);
  await pass(world, 30);
  for (const { id, state } of world.uploads) {
    const expected = state === 'finished' ? [await originalKey(world.api, id), `copies/${id}`] : [];
    assert.deepEqual(await blobsOf(world.api, id), expected);
  }
}

function brokenOff(bytes: Buffer): ReadableStream<Uint8Array> {
  let sent = false;
  return new ReadableStream({
    pull(controller) {
      if (sent) return controller.error(new Error('The line is dead.'));
      sent = true;
      controller.enqueue(bytes);
    },
  });
}

function arrive({ api }: World, upload: Modelled, bytes: number): void {
  if (upload.state !== 'unfinished' || bytes === 0) return;
  upload.received += bytes;
  upload.expiresAt = api.now() + UPLOAD_LIFETIME_MS;
  if (upload.received === BYTES) upload.state = 'finished';
}
