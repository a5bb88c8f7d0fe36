// The published description, the endpoint table and the routes are one and the same.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ENDPOINTS, type Endpoint } from '@lintas/contract';
import * as z from 'zod/mini';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'];
const Document = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), z.looseObject({}))) });

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);

  test('every described call is answered, and nothing else is', async () => {
    const { paths } = z.parse(Document, await (await api().call('GET', '/v1/openapi.json')).json());
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods)
        .map((method) => method.toUpperCase())
        .filter((method) => METHODS.includes(method))
        .map((method) => `${method} ${path}`),
    );
    const declared = Object.values<Endpoint>(ENDPOINTS).map(({ method, path }) => `${method} ${path}`);
    assert.deepEqual(described.sort(), declared.sort());

    for (const path of Object.keys(paths)) {
      for (const method of METHODS) {
        const response = await api().call(method, path.replace(/\{\w+\}/g, 'x'));
        await response.body?.cancel();
        // HEAD goes wherever GET goes (RFC 9110, section 9.3.2), but to streams.
        const isRead = method === 'HEAD' && described.includes(`GET ${path}`) && !path.endsWith('/stream');
        const taken = isRead || described.includes(`${method} ${path}`);
        assert.equal(response.status !== 405, taken, `${method} ${path}`);
      }
    }
  });
});
