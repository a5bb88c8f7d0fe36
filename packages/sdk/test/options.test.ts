// Keys and addresses: what cannot work, or would harm, is refused before anything is sent.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createClient, hasCode } from '@lintas/sdk';
import { createApplicationsClient } from '@lintas/sdk/applications';
import { createStatusClient } from '@lintas/sdk/status';
import { EMPTY_LIST, OPENED, PIN, PUBLISHABLE_KEY, REFERENCE, SECRET_KEY } from './support/calls.ts';
import { answer, startFaultServer } from './support/fault-server.ts';

const baseUrl = 'https://api.example.org';

describe('a secret key', () => {
  test('is refused in a browser, by every way to make a client', () => {
    Object.assign(globalThis, { window: globalThis, document: {} });
    try {
      for (const create of [createClient, createStatusClient, createApplicationsClient]) {
        assert.throws(
          () => create({ baseUrl, key: SECRET_KEY }),
          (error) => hasCode(error, 'secret-key-in-browser'),
        );
        create({ baseUrl, key: PUBLISHABLE_KEY });
      }
    } finally {
      Reflect.deleteProperty(globalThis, 'window');
      Reflect.deleteProperty(globalThis, 'document');
    }
  });

  test('goes into Authorization, a publishable one into Lintas-Key, and no cookie or referrer with either', async () => {
    await using server = await startFaultServer((response, { method }) =>
      method === 'POST' ? answer(response, 201, OPENED) : answer(response, 200, EMPTY_LIST),
    );
    const page = createClient({ baseUrl: server.baseUrl, key: PUBLISHABLE_KEY });
    await page.status.open({ reference: REFERENCE, pin: PIN });
    const system = createClient({ baseUrl: server.baseUrl, key: SECRET_KEY });
    for await (const _ of system.applications.list()) continue;
    const [opened, listed] = server.received.map(({ headers }) => headers);
    assert.deepEqual([opened?.['lintas-key'], opened?.authorization], [PUBLISHABLE_KEY, undefined]);
    assert.deepEqual([listed?.['lintas-key'], listed?.authorization], [undefined, `Bearer ${SECRET_KEY}`]);
    for (const headers of [opened, listed]) {
      assert.deepEqual([headers?.cookie, headers?.referer], [undefined, undefined]);
    }
  });
});

describe('an address', () => {
  test('keeps its path, with or without a slash at the end', async () => {
    await using server = await startFaultServer((response) => answer(response, 200, EMPTY_LIST));
    for (const path of ['', '/', '/lintas', '/lintas/']) {
      const client = createClient({ baseUrl: server.baseUrl + path, key: SECRET_KEY });
      for await (const _ of client.applications.list({ office: 'Kota & kabupaten' })) continue;
    }
    const query = '?office=Kota+%26+kabupaten';
    assert.deepEqual(
      server.received.map(({ url }) => url),
      [`/v1/applications${query}`, `/v1/applications${query}`].concat(
        Array<string>(2).fill(`/lintas/v1/applications${query}`),
      ),
    );
  });

  test('of one application cannot become that of another call', async () => {
    await using server = await startFaultServer((response) => answer(response, 404, {}));
    const { applications } = createClient({ baseUrl: server.baseUrl, key: SECRET_KEY });
    for (const id of ['', '.', '..']) {
      await assert.rejects(applications.get(id), TypeError);
    }
    await assert.rejects(applications.get('../status?x=#y'));
    assert.deepEqual(
      server.received.map(({ url }) => url),
      ['/v1/applications/..%2Fstatus%3Fx%3D%23y'],
    );
  });
});
