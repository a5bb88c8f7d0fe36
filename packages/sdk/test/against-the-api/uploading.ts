// Files reach the API once and whole, whatever a network does to them on their way.

import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { test } from 'node:test';
import { problem, type ProblemCode } from '@lintas/contract/core';
import { TUS_BYTES } from '@lintas/contract/documents';
import type { UploadTiming } from '@lintas/sdk/upload';
import { assertDelivered, deliver, FILE_BYTES, makeFile, prepareDelivery } from '../support/deliveries.ts';
import { answer, answerHtml } from '../support/fault-server.ts';
import { cutBody, type Fault, loseAnswer, type Passage, times, truncateBody } from '../support/proxy.ts';
import type { ReferenceApi } from '../support/reference-api.ts';

const SMALL = 100_000;

const isPost = ({ incoming }: Passage): boolean => incoming.method === 'POST';
const carriesBytes = ({ incoming }: Passage): boolean =>
  incoming.headers['content-type'] === TUS_BYTES && incoming.headers['content-length'] !== '0';
const isAny = (): boolean => true;

const refuse =
  (code: ProblemCode, headers = {}) =>
  ({ outgoing }: Passage): void => {
    const body = problem(code);
    answer(outgoing, body.status, body, headers);
  };

interface Trouble {
  readonly fault: Fault;
  readonly timing?: Partial<UploadTiming>;
}

/** Made anew for each test, because a fault counts. */
const troubles: Readonly<Record<string, () => Trouble>> = {
  'whose announcement is answered into the void': () => ({ fault: times(2, isPost, loseAnswer) }),
  'whose acknowledgement is lost': () => ({ fault: times(1, carriesBytes, loseAnswer) }),
  'that is cut off without a word': () => ({
    fault: times(1, carriesBytes, truncateBody(60_000)),
    timing: { stall: 300, answer: 300 },
  }),
  'that stands still': () => ({
    fault: times(1, carriesBytes, ({ incoming }) => void incoming.pause()),
    timing: { stall: 300, answer: 300 },
  }),
  'that is answered 408': () => ({
    fault: times(2, carriesBytes, ({ outgoing }) => void outgoing.writeHead(408).end()),
  }),
  'that somebody else seems to be sending (409)': () => ({
    fault: times(2, carriesBytes, refuse('offset-mismatch')),
  }),
  'that is busy (423)': () => ({ fault: times(2, carriesBytes, refuse('upload-busy')) }),
  'that is told to wait (429)': () => ({
    fault: times(2, isAny, refuse('too-many-requests', { 'Retry-After': '1' })),
  }),
  'that is answered 500 five times': () => ({ fault: times(5, isAny, refuse('internal')) }),
  'that is told to wait (503)': () => ({
    fault: times(1, carriesBytes, refuse('unavailable', { 'Retry-After': '1' })),
  }),
  'for which there is no room for a while (507)': () => ({
    fault: times(2, carriesBytes, refuse('storage-full')),
  }),
  'that a gateway answers for (502)': () => ({
    fault: times(3, isAny, ({ outgoing }) => answerHtml(outgoing, 502)),
  }),
  'that a login page takes with a 200': () => ({
    fault: times(8, isAny, ({ outgoing }) => answerHtml(outgoing, 200)),
    // Longer than any number of refusals: it is no refusal.
    timing: { tries: 2 },
  }),
  'that a login page takes with a 204': () => ({
    fault: times(3, carriesBytes, ({ outgoing }) => void outgoing.writeHead(204).end()),
  }),
  'by a clock that goes a year wrong': () => ({
    fault: times(2, carriesBytes, ({ outgoing }) =>
      answer(outgoing, 503, problem('unavailable'), {
        'Retry-After': new Date(Date.now() + 365 * 86_400_000).toUTCString(),
      }),
    ),
    timing: { longestWait: 50 },
  }),
};

export function uploading(api: ReferenceApi): void {
  test('a small file goes in one request, a larger one in two', async () => {
    await using delivery = await prepareDelivery(api);
    const before = delivery.proxy.paths.length;
    await deliver(delivery, makeFile(SMALL));
    assert.deepEqual(delivery.proxy.paths.slice(before), ['/v1/uploads']);

    const between = delivery.proxy.paths.length;
    const { documentId } = await deliver(delivery, makeFile());
    assert.deepEqual(delivery.proxy.paths.slice(between), ['/v1/documents', `/v1/uploads/${documentId}`]);
  });

  test('what the API is told of a file is what the page says of it', async () => {
    await using delivery = await prepareDelivery(api);
    const { manager, documents } = delivery;
    for (const size of [SMALL, FILE_BYTES]) {
      const upload = manager.add(makeFile(size), {
        kind: 'passport',
        side: 'front',
        fileName: 'paspor – 護照.pdf',
      });
      await new Promise<void>((resolve) =>
        manager.addEventListener('change', () => upload.state === 'sent' && resolve()),
      );
      const document = await documents.get(upload.documentId ?? '');
      const { kind, side, fileName, mediaType, bytes } = document;
      assert.deepEqual(
        { kind, side, fileName, mediaType, bytes },
        {
          kind: 'passport',
          side: 'front',
          fileName: 'paspor – 護照.pdf',
          mediaType: 'application/pdf',
          bytes: size,
        },
      );
    }
  });

  for (const size of [SMALL, FILE_BYTES]) {
    for (const [which, prepare] of Object.entries(troubles)) {
      test(`a file of ${size} bytes ${which} arrives once and whole`, async () => {
        const { fault, timing } = prepare();
        await using delivery = await prepareDelivery(api, timing);
        const file = makeFile(size);
        let happened = false;
        delivery.proxy.fault = (passage) => {
          const happens = fault(passage);
          happened ||= happens;
          return happens;
        };
        await deliver(delivery, file);
        await assertDelivered(api, delivery, file);
        assert.ok(happened);
      });
    }
  }

  test('a file that is cut with its first byte arrives all the same', async () => {
    await using delivery = await prepareDelivery(api);
    const file = makeFile();
    delivery.proxy.fault = times(1, carriesBytes, cutBody(1));
    await deliver(delivery, file);
    await assertDelivered(api, delivery, file);
  });

  for (let tenth = 1; tenth <= 10; tenth += 1) {
    test(`a file that is cut at ${tenth} tenths goes on from there`, async () => {
      await using delivery = await prepareDelivery(api);
      const { proxy, applicationId } = delivery;
      const file = makeFile();
      const length = (FILE_BYTES * tenth) / 10;
      let kept = 0;
      const hearOfCut = async (outgoing: ServerResponse): Promise<void> => {
        kept = await arrival(api, applicationId);
        outgoing.destroy();
      };
      const cut = times(1, carriesBytes, ({ askInPart, outgoing }) =>
        askInPart(length, () => void hearOfCut(outgoing)),
      );
      const offsets: string[] = [];
      proxy.fault = (passage) => {
        if (carriesBytes(passage)) offsets.push(String(passage.incoming.headers['upload-offset']));
        return cut(passage);
      };
      await deliver(delivery, file);
      await assertDelivered(api, delivery, file);
      assert.deepEqual(offsets, kept < FILE_BYTES ? ['0', String(kept)] : ['0']);
      assert.ok(kept > length - ON_ITS_WAY, `${kept} of ${length} bytes were kept`);
    });
  }

  test('a file whose connection never holds for more than a tenth arrives all the same', async () => {
    for (const size of [SMALL, FILE_BYTES]) {
      await using delivery = await prepareDelivery(api);
      const file = makeFile(size);
      const hasBody = ({ incoming }: Passage): boolean =>
        Number(incoming.headers['content-length'] ?? 0) > size / 10;
      delivery.proxy.fault = times(100, hasBody, cutBody(size / 10));
      await deliver(delivery, file);
      await assertDelivered(api, delivery, file);
    }
  });
}

/** Bytes that were read from the network and not handed on yet, which a cut takes with it. */
const ON_ITS_WAY = 128 * 1024;
/** After so long without a byte, none was kept. */
const ARRIVAL_MS = 5_000;

/** How many bytes of the case's one document the API says are safe, as soon as some are. */
async function arrival(api: ReferenceApi, applicationId: string): Promise<number> {
  const latest = performance.now() + ARRIVAL_MS;
  for (;;) {
    const offset = (await api.reviews.documentsOf(applicationId)).data[0]?.offset ?? 0;
    if (offset > 0 || performance.now() > latest) return offset;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
