// A file that a person stops on its way: it is stopped, and what they give up leaves nothing behind.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Upload } from '@lintas/sdk/upload';
import {
  assertNothingLeft,
  FILE_BYTES,
  makeFile,
  PDF,
  prepareDelivery,
  reaches,
} from '../support/deliveries.ts';
import { passOn, type Passage, times } from '../support/proxy.ts';
import type { ReferenceApi } from '../support/reference-api.ts';

const isPost = ({ incoming }: Passage): boolean => incoming.method === 'POST';
const isPatch = ({ incoming }: Passage): boolean => incoming.method === 'PATCH';

export function stopping(api: ReferenceApi): void {
  for (const [when, size, fault] of [
    ['while it is announced', FILE_BYTES, times(1, isPost, loseAnswerLate)],
    ['while it goes in one request', 100_000, times(1, isPost, loseAnswerLate)],
    ['in mid-file', FILE_BYTES, times(1, isPatch, ({ askInPart }) => askInPart(300_000, () => undefined))],
  ] as const) {
    test(`a file that is cancelled ${when} leaves nothing behind`, async () => {
      await using delivery = await prepareDelivery(api);
      const { manager, proxy } = delivery;
      const reached = new Promise<void>((resolve) => {
        proxy.fault = (passage) => {
          const isIt = fault(passage);
          if (isIt) passage.incoming.on('end', resolve).resume();
          return isIt;
        };
      });
      const upload = manager.add(makeFile(size), PDF);
      await reached;
      await upload.cancel();
      assert.equal(upload.state, 'cancelled');
      await assertNothingLeft(api, delivery);
    });
  }

  test('a changed file that is cancelled while it is taken back is cancelled, and has not failed', async () => {
    await using delivery = await prepareDelivery(api);
    const { manager, proxy } = delivery;
    const file = makeFile();
    const isTakenBack = new Promise<() => void>((resolve) => {
      proxy.fault = ({ incoming, outgoing, ask }) => {
        if (incoming.method === 'PATCH') {
          // From here on it cannot be read any more.
          Object.assign(file, { slice: () => ({ size: 1, arrayBuffer: () => Promise.reject(new Error()) }) });
          outgoing.destroy();
        }
        if (incoming.method === 'DELETE') ask((late) => resolve(() => passOn(late, outgoing)));
        return incoming.method === 'PATCH' || incoming.method === 'DELETE';
      };
    });
    const states: string[] = [];
    const upload = manager.add(file, PDF);
    manager.addEventListener('change', () => states.push(upload.state));
    const goOn = await isTakenBack;
    const cancelled = upload.cancel();
    goOn();
    await cancelled;
    assert.equal(upload.state, 'cancelled');
    assert.ok(!states.includes('failed'), states.join());
    await assertNothingLeft(api, delivery);
  });

  for (const [how, stop] of Object.entries({
    paused: (upload: Upload) => upload.pause(),
    cancelled: (upload: Upload) => upload.cancel(),
  })) {
    test(`a file that is ${how} is read no further, and tells of no more progress`, async () => {
      await using delivery = await prepareDelivery(api);
      const { manager } = delivery;
      const upload = manager.add(makeFile(8_000_000), PDF);
      let after = 0;
      const stopped = new Promise<void>((resolve) => {
        manager.addEventListener('progress', (event) => {
          if (event.upload !== upload || upload.sent === 0) return;
          if (upload.state !== 'sending') after += 1;
          else resolve(stop(upload));
        });
      });
      await stopped;
      const { sent } = upload;
      // As long as this takes, the rest of it could have been read many times.
      await reaches(manager, manager.add(makeFile(FILE_BYTES), PDF), 'sent');
      assert.deepEqual([after, upload.sent], [0, sent]);
    });
  }

  test('a file that is cancelled as its last byte is acknowledged is cancelled, and leaves nothing behind', async () => {
    await using delivery = await prepareDelivery(api);
    const { manager } = delivery;
    const upload = manager.add(makeFile(), PDF);
    let handedOver = false;
    await new Promise<void>((resolve) =>
      manager.addEventListener('progress', () => {
        if (upload.sent < upload.bytes) return;
        // At first all of it is only on its way.
        if (handedOver) resolve(upload.cancel());
        handedOver = true;
      }),
    );
    assert.equal(upload.state, 'cancelled');
    await assertNothingLeft(api, delivery);
  });
}

/** The API does it, and its answer stays away. */
function loseAnswerLate({ ask }: Passage): void {
  ask((lost) => void lost.resume());
}
