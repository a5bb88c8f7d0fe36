// Troubles that last as long as in life, with the waits that pages have; elsewhere both are short.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { assertDelivered, makeFile, PDF, prepareDelivery, reaches } from './support/deliveries.ts';
import type { Passage } from './support/proxy.ts';
import { startReferenceApi, type ReferenceApi } from './support/reference-api.ts';

const MINUTE_MS = 60_000;

/** More than the buffers on the way hold: bytes in them count as sent, and are waited for longer. */
const BYTES = 16 * 1024 * 1024;

const troubles: Readonly<Record<string, (passage: Passage) => void>> = {
  'that stands still for a minute': ({ incoming }) => void incoming.pause(),
  'without a network for a minute': ({ outgoing }) => void outgoing.destroy(),
};

describe('a file on its way', { concurrency: true, timeout: 300_000 }, () => {
  let api: ReferenceApi;
  before(async () => {
    api = await startReferenceApi();
  });
  after(() => api[Symbol.asyncDispose]());

  for (const [which, trouble] of Object.entries(troubles)) {
    test(`${which} goes on by itself, and arrives once and whole`, async () => {
      await using delivery = await prepareDelivery(api, {}, {});
      const { manager, proxy } = delivery;
      const file = makeFile(BYTES);
      let troubled = 0;
      proxy.fault = (passage) => {
        // What announces it comes through: the trouble begins in the middle of the way.
        if (passage.incoming.method === 'POST') return false;
        troubled += 1;
        trouble(passage);
        return true;
      };
      const begun = performance.now();
      const upload = manager.add(file, PDF);
      await reaches(manager, upload, 'waiting');
      await new Promise((resolve) => setTimeout(resolve, begun + MINUTE_MS - performance.now()));
      assert.notEqual(upload.state, 'sent');
      assert.ok(troubled > 1, 'It did not try again meanwhile.');
      proxy.fault = undefined;
      await reaches(manager, upload, 'sent');
      await assertDelivered(api, delivery, file);
    });
  }
});
