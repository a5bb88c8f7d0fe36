// Several processes on one PostgreSQL, and one that is not there yet.

import assert from 'node:assert/strict';
import { connect, createServer, type Socket } from 'node:net';
import { once } from 'node:events';
import { after, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { openDatabase } from '../../src/db/open.ts';
import { createCryptography } from '../../src/node/cryptography.ts';
import { LIMITS } from '../../src/limits/limits.ts';
import { INSTALLATION_KEY, serveProcess } from '../fixtures/command.ts';
import { opening } from '../fixtures/cases.ts';
import { assertProblem } from '../fixtures/problems.ts';
import { createTenants } from '../fixtures/tenants.ts';
import { createServerDatabase, whyNoServer } from '../support/postgres.ts';

describe('on PostgreSQL', { skip: whyNoServer() }, () => {
  const cleanUp: (() => Promise<unknown>)[] = [];
  after(async () => {
    for (const step of cleanUp.reverse()) await step();
  });

  async function emptyDatabase() {
    const { url, remove } = await createServerDatabase();
    cleanUp.push(remove);
    return url;
  }

  test('of a hundred tries at once over two processes exactly the free ones get through', async () => {
    const url = await emptyDatabase();
    const environment = {
      LINTAS_DATABASE_URL: url,
      LINTAS_INSTALLATION_KEY: INSTALLATION_KEY,
      LINTAS_TRUSTED_PROXIES: '1',
    };
    const servers = await Promise.all([0, 1].map(() => serveProcess(environment)));
    cleanUp.push(...servers.map(({ stop }) => stop));
    const database = await openDatabase({ url });
    const { pageKey } = await createTenants({
      database,
      clock: Date.now,
      cryptography: createCryptography(new Uint8Array(32)),
    });
    await database.close();
    const attempt = (index: number) =>
      fetch(`${servers[index % 2]?.url}/v1/status-sessions`, {
        method: 'POST',
        headers: {
          'Lintas-Key': pageKey,
          'Content-Type': 'application/json',
          // One network: what limits is the reference from there.
          'X-Forwarded-For': `10.0.0.${index}`,
        },
        body: JSON.stringify(opening('AA00-0000-0000', '00000000')),
      });
    const answers = await Promise.all(Array.from({ length: 100 }, (_, index) => attempt(index)));
    const passed = answers.filter(({ status }) => status === 403).length;
    assert.equal(passed, LIMITS[0]?.free);
    assert.equal(answers.filter(({ status }) => status === 429).length, 100 - passed);
  });

  test('a database that is down at the start is waited for, and one that goes away comes back', async () => {
    const url = new URL(await emptyDatabase());
    const gate = await openGate(Number(url.port || 5432));
    cleanUp.push(gate.close);
    url.port = String(gate.port);
    const environment = { LINTAS_DATABASE_URL: url.href, LINTAS_INSTALLATION_KEY: INSTALLATION_KEY };
    const server = await serveProcess(environment);
    cleanUp.push(server.stop);
    const health = () => fetch(`${server.url}/v1/health`);

    const down = await health();
    assert.ok(Number(down.headers.get('retry-after')) > 0);
    await assertProblem(down, 'unavailable');
    gate.open();
    while ((await health()).status !== 200) await setTimeout(50);
    gate.shut();
    await assertProblem(await health(), 'unavailable');
    gate.open();
    while ((await health()).status !== 200) await setTimeout(50);
    // The tables came with it.
    await assertProblem(
      await fetch(`${server.url}/v1/status`, { headers: { Authorization: 'Bearer cs_x' } }),
      'unauthenticated',
    );
  });
});

/** A way to the database that can be shut. */
async function openGate(port: number) {
  const sockets = new Set<Socket>();
  let shut = true;
  const server = createServer((incoming) => {
    if (shut) return void incoming.destroy();
    const outgoing = connect({ port, host: '127.0.0.1' });
    for (const socket of [incoming, outgoing]) {
      sockets.add(socket);
      socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    }
    incoming.pipe(outgoing).pipe(incoming);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const shutNow = (): void => {
    shut = true;
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: typeof address === 'object' ? address?.port : undefined,
    open: () => void (shut = false),
    shut: shutNow,
    close: async () => {
      shutNow();
      server.close();
      await once(server, 'close');
    },
  };
}
