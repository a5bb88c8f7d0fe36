// What is the same for everybody comes compressed, and as long as many others; what is about one person never does.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { Survey } from '@lintas/contract';
import { skmSurvey } from '@lintas/contract/surveys/presets';
import fc from 'fast-check';
import { gzip, padGzip, takesGzip } from '../../src/http/compression.ts';
import { sizeClass } from '../../src/http/padding.ts';
import { createCase, openCase } from '../fixtures/cases.ts';
import { publish } from '../fixtures/surveys.ts';
import { useApi, useSocket } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

const GZIP = { 'Accept-Encoding': 'gzip, deflate, br, zstd' };

describe('gzip that is filled up', () => {
  test('says the same, and has the length of its class', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20_000 });
    await fc.assert(
      fc.asyncProperty(text, async (said) => {
        const padded = padGzip(await gzip(said));
        assert.equal(gunzipSync(padded).toString(), said);
        assert.equal(padded.length, sizeClass(padded.length));
      }),
    );
  });

  test('that is longer than a field can fill up says the same, too', async () => {
    const said = Array.from({ length: 18_000 }, () => Math.random().toString(36)).join('');
    const compressed = await gzip(said);
    assert.ok(sizeClass(compressed.length) - compressed.length > 0xffff, 'It is filled up to its class.');
    assert.equal(gunzipSync(padGzip(compressed)).toString(), said);
  });
});

test('who takes gzip is asked for, and who refuses it is not given it', () => {
  for (const header of ['gzip', 'br, gzip', 'GZIP;q=0.5', 'gzip ; q=1.0'])
    assert.ok(takesGzip(header), header);
  for (const header of [null, '', 'br', 'gzip;q=0', 'gzip; q=0.000', 'x-gzip', 'identity, gzip;q=0'])
    assert.ok(!takesGzip(header), String(header));
});

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);
  const socket = useSocket(api);

  test('a questionnaire comes in a fraction of its length, which tells as little as before', async () => {
    const id = await publish(api(), skmSurvey());
    const asked = { key: api().pageKey, headers: GZIP };
    const compressed = await api().call('GET', `/v1/surveys/${id}`, asked);
    const plain = await api().call('GET', `/v1/surveys/${id}`, { key: api().pageKey });
    assert.equal(compressed.headers.get('content-encoding'), 'gzip');
    assert.equal(plain.headers.get('content-encoding'), null);
    for (const { headers } of [compressed, plain])
      assert.equal(headers.get('vary'), 'Origin, Accept-Encoding');
    const bytes = new Uint8Array(await compressed.arrayBuffer());
    const text = await plain.text();
    assert.equal(compressed.headers.get('content-length'), String(bytes.length));
    assert.equal(bytes.length, sizeClass(bytes.length));
    assert.ok(bytes.length * 3 < text.length, `It has ${bytes.length} bytes of ${text.length}.`);
    assert.deepEqual(Survey.parse(JSON.parse(gunzipSync(bytes).toString())), Survey.parse(JSON.parse(text)));

    const etag = compressed.headers.get('etag') ?? '';
    assert.equal(etag, `W/${plain.headers.get('etag')}`);
    for (const headers of [{ ...GZIP, 'If-None-Match': etag }, { 'If-None-Match': etag }])
      assert.equal((await api().call('GET', `/v1/surveys/${id}`, { ...asked, headers })).status, 304);
  });

  test('over a socket, who reads gets the same as ever', async () => {
    const id = await publish(api(), skmSurvey());
    const response = await fetch(`${socket().url}/v1/surveys/${id}`, {
      headers: { 'Lintas-Key': api().pageKey, ...GZIP },
    });
    assert.equal(response.headers.get('content-encoding'), 'gzip');
    assert.equal(response.headers.get('transfer-encoding'), null);
    assert.equal(Survey.parse(await response.json()).id, id);
  });

  test('published figures, keys and the description of the API come so, too', async () => {
    for (const path of ['/v1/metrics', '/.well-known/jwks.json', '/v1/openapi.json']) {
      const response = await api().call('GET', path, { headers: GZIP });
      assert.equal(response.headers.get('content-encoding'), 'gzip', path);
      JSON.parse(gunzipSync(new Uint8Array(await response.arrayBuffer())).toString());
    }
  });

  test('what is about one case comes as it is, also to whoever takes gzip', async () => {
    const { token } = await openCase(api(), await createCase(api()));
    for (const path of ['/v1/status', '/v1/documents', '/v1/status/events', '/v1/consents', '/v1/audit']) {
      const response = await api().call('GET', path, { token, headers: GZIP });
      assert.equal(response.status, 200, path);
      assert.equal(response.headers.get('content-encoding'), null, path);
      assert.equal(response.headers.get('vary'), 'Origin', path);
      const length = (await response.arrayBuffer()).byteLength;
      assert.equal(length, sizeClass(length), path);
    }
  });

  test('a refusal comes as it is', async () => {
    const response = await api().call('GET', '/v1/surveys/none', { key: api().pageKey, headers: GZIP });
    assert.equal(response.headers.get('content-encoding'), null);
    assert.equal(response.status, 404);
  });
});
