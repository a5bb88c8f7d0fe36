// A database server that is down is a passing trouble: the process stays, and works again once it is back.

import assert from 'node:assert/strict';
import { createServer, connect as connectTo, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import type { Database } from '../../src/db/database.ts';
import { openDatabase } from '../../src/db/open.ts';
import { createServerDatabase, whyNoServer, type ServerDatabase } from '../support/postgres.ts';

const UNAVAILABLE = { name: 'DatabaseUnavailable' };

describe('a database server', { skip: whyNoServer() }, () => {
  let server: ServerDatabase;
  let gateway: Gateway;
  let database: Database;

  before(async () => {
    server = await createServerDatabase();
    gateway = await createGateway(new URL(server.url));
    database = await openDatabase({ url: gateway.url });
  });

  after(async () => {
    await database.close();
    await gateway.close();
    await server.remove();
  });

  const ask = (): Promise<unknown> =>
    database.asOwner(async (transaction) => (await sql`select 1 as one`.execute(transaction)).rows);

  test('that is down at the start is used as soon as it is up', async () => {
    await assert.rejects(ask(), UNAVAILABLE);
    await gateway.open();
    assert.deepEqual(await ask(), [{ one: 1 }]);
  });

  test('that goes away between two calls is used again when it is back', async () => {
    // Several connections: one fails under the next call, the others while nobody uses them.
    await Promise.all([ask(), ask(), ask()]);
    await gateway.close();
    await assert.rejects(ask(), UNAVAILABLE);
    await assert.rejects(ask(), UNAVAILABLE);
    await gateway.open();
    assert.deepEqual(await ask(), [{ one: 1 }]);
  });

  test('that goes away in the middle of a transaction makes the call fail, not the process', async () => {
    const attempt = database.asOwner(async (transaction) => {
      await sql`select 1`.execute(transaction);
      await gateway.close();
      await sql`select 1`.execute(transaction);
    });
    await assert.rejects(attempt, UNAVAILABLE);
    await gateway.open();
    assert.deepEqual(await ask(), [{ one: 1 }]);
  });

  test('whose answer to a commit was lost has done it once, however short the transaction', async () => {
    const direct = await openDatabase({ url: server.url });
    await direct.migrate();
    const count = () =>
      direct.asOwner(
        async (transaction) => (await transaction.selectFrom('outbox').select('id').execute()).length,
      );
    await ask();
    gateway.keepAnswers();
    const attempt = database.asOwner((transaction) =>
      transaction.insertInto('outbox').values({ topic: 'once', created_at: new Date() }).execute(),
    );
    attempt.catch(() => {});
    while ((await count()) === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await gateway.close();
    await gateway.open();
    await assert.rejects(attempt, UNAVAILABLE);
    assert.equal(await count(), 1);
    await direct.close();
  });

  test('that ends our connections, as at its own restart, makes one call fail at most', async () => {
    const attempt = database.asOwner((transaction) =>
      sql`select pg_terminate_backend(pg_backend_pid())`.execute(transaction),
    );
    await assert.rejects(attempt, UNAVAILABLE);
    assert.deepEqual(await ask(), [{ one: 1 }]);
  });
});

interface Gateway {
  /** The database's address by way of the gateway. */
  readonly url: string;
  open(): Promise<void>;
  /** What the server answers on the connections that there are does not come any more. */
  keepAnswers(): void;
  /** Refuses new connections and cuts those there are. */
  close(): Promise<void>;
}

/** Stands before a server and can be closed. Closed at first. */
async function createGateway(target: URL): Promise<Gateway> {
  const sockets = new Set<Socket>();
  const answering = new Set<Socket>();
  const gateway = createServer((client) => {
    const upstream = connectTo(Number(target.port), target.hostname);
    answering.add(upstream);
    upstream.once('close', () => answering.delete(upstream));
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.on('error', () => {});
      socket.pipe(other);
    }
  });
  const listen = async (port: number): Promise<number> => {
    gateway.listen(port, '127.0.0.1');
    await once(gateway, 'listening');
    const { port: taken }: AddressInfo = addressOf(gateway.address());
    return taken;
  };
  const close = async (): Promise<void> => {
    if (!gateway.listening) return;
    const closed = once(gateway, 'close');
    gateway.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  const port = await listen(0);
  await close();
  const url = new URL(target);
  url.host = `127.0.0.1:${port}`;
  const keepAnswers = (): void => answering.forEach((socket) => socket.unpipe());
  return { url: url.href, open: async () => void (await listen(port)), keepAnswers, close };
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  assert.ok(address !== null && typeof address === 'object');
  return address;
}
