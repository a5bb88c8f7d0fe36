// An object store that answers, but takes nothing for a while: people are told what helps, and nothing of where it is. The
// same upload goes on afterwards, and nothing is left of what was begun in vain.

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { ProblemCode } from '@lintas/contract';
import { whyNoObjectStore } from '../../../tooling/src/buckets.ts';
import { openBlobStore } from '../../src/blobs/open.ts';
import { sweepBlobs } from '../../src/documents/expire.ts';
import { finishPending } from '../../src/documents/finish.ts';
import { startApi, type Api } from '../fixtures/api.ts';
import {
  announce,
  blobsOf,
  listDocuments,
  offsetOf,
  openNewCase,
  patch,
  photo,
  readDocument,
  readOriginal,
  sha256,
} from '../fixtures/documents.ts';
import { assertProblem } from '../fixtures/problems.ts';
import { createBucketHere } from '../support/blob-stores.ts';
import { onEachDatabase } from '../support/databases.ts';
import { openRefusingGateway, type Refusal } from '../support/refusing-gateway.ts';

const MEBIBYTE = 1024 * 1024;
const BEGUN = 10_000;
const LATER = 60_000;
const MUCH_LATER = 2 * 60 * 60_000;
const REASON = 'CANARY-REASON';

interface Sample {
  readonly name: string;
  readonly refusal: Refusal;
  readonly problem: ProblemCode;
}

const SAMPLES: readonly Sample[] = [
  { name: 'has more to do than it can', refusal: inXml(503, 'SlowDown'), problem: 'unavailable' },
  { name: 'has an error', refusal: inXml(500, 'InternalError'), problem: 'unavailable' },
  { name: 'denies us access', refusal: inXml(403, 'AccessDenied'), problem: 'unavailable' },
  { name: 'stands behind a proxy that does not reach it', refusal: asPage(502), problem: 'unavailable' },
  { name: 'has no room', refusal: inXml(507, 'InsufficientStorage'), problem: 'storage-full' },
  { name: 'has no room, and says so in no words', refusal: asPage(507), problem: 'storage-full' },
  { name: 'has no more room for us', refusal: inXml(403, 'QuotaExceeded'), problem: 'storage-full' },
];

onEachDatabase((openDatabase, engine) => {
  // What happens to the bytes is the same on both.
  if (engine === 'PostgreSQL') return;
  describe('an object store', { skip: whyNoObjectStore(), timeout: 300_000 }, () => {
    const cleanUp: (() => Promise<unknown>)[] = [];
    after(async () => {
      for (const step of cleanUp.reverse()) await step();
    });

    async function start() {
      const bucket = await createBucketHere();
      const address = new URL(bucket.url);
      const gateway = await openRefusingGateway(
        Number(new URL(address.searchParams.get('endpoint') ?? '').port),
      );
      address.searchParams.set('endpoint', `http://127.0.0.1:${gateway.port}`);
      const blobs = await openBlobStore({ url: address.href });
      const api = await startApi(await openDatabase(), { blobs });
      cleanUp.push(bucket.remove, gateway.close, () => blobs.close(), api.close);
      const secrets = [address.hostname, String(gateway.port), '127.0.0.1', REASON];
      return { bucket, gateway, api, secrets };
    }

    for (const { name, refusal, problem } of SAMPLES) {
      test(`that ${name} is said to, and the same upload goes on`, async () => {
        const { bucket, gateway, api, secrets } = await start();
        const applicant = await openNewCase(api);
        const file = photo(18 * MEBIBYTE);
        const { id, path } = await announce(api, applicant, file);
        assert.equal((await patch(api, applicant, path, 0, file.subarray(0, BEGUN))).status, 204);
        const sendRest = () => patch(api, applicant, path, BEGUN, file.subarray(BEGUN));

        // In the middle of an object, of which a part is there and cannot be taken away again.
        gateway.refuse(refusal, /partNumber=2/);
        for (let count = 0; count < 2; count += 1) {
          const response = await sendRest();
          assert.ok(Number(response.headers.get('retry-after')) > 0);
          const text = JSON.stringify([[...response.headers], await response.clone().text()]);
          for (const secret of secrets) assert.ok(!text.includes(secret), text);
          await assertProblem(response, problem);
        }
        gateway.passOn();
        assert.equal(await offsetOf(api, applicant, path), BEGUN);
        assert.equal((await bucket.unfinished()).length, 1);
        assert.equal((await sendRest()).status, 204);

        gateway.refuse(refusal, /partNumber=2/);
        await finishPending(api.dependencies);
        assert.equal((await readDocument(api, applicant, id)).state, 'scanning');
        gateway.passOn();
        api.pass(LATER);
        await finishPending(api.dependencies);

        const documents = await listDocuments(api, applicant);
        assert.deepEqual(
          documents.map(({ id, state, sha256 }) => [id, state, sha256]),
          [[id, 'received', sha256(file)]],
        );
        assert.equal(sha256(await readOriginal(api, id)), sha256(file));
        assert.ok(!secrets.some((secret) => JSON.stringify(api.log).includes(secret)));
        await assertNothingElse(api, id, bucket);
      });
    }
  });
});

/** The original and the copy of it are all that there is. */
async function assertNothingElse(
  api: Api,
  id: string,
  bucket: Pick<Awaited<ReturnType<typeof createBucketHere>>, 'list' | 'unfinished'>,
): Promise<void> {
  for (const time of [0, MUCH_LATER]) {
    api.pass(time);
    await sweepBlobs(api.dependencies);
  }
  const whole = [`originals/${id}`, `copies/${id}`];
  assert.deepEqual((await bucket.list()).sort(), whole.sort());
  assert.deepEqual((await blobsOf(api, id)).sort(), whole.sort());
  assert.deepEqual(await bucket.unfinished(), []);
}

function inXml(status: number, code: string): Refusal {
  const body = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${REASON}</Message></Error>`;
  return { status, type: 'application/xml', body };
}

function asPage(status: number): Refusal {
  return { status, type: 'text/html', body: `<html><body><h1>${REASON}</h1><hr></body></html>` };
}
