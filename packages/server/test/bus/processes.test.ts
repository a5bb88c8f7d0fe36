// Wake-ups between processes that share a PostgreSQL server.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openBus } from '../../src/bus/open.ts';
import type { Bus, Database } from '../../src/db/database.ts';
import { openDatabase } from '../../src/db/open.ts';
import { createServerDatabase, whyNoServer, type ServerDatabase } from '../support/postgres.ts';
import { startProcess } from '../support/processes.ts';
import { nextWakeUp } from './wake-up.ts';

describe('a process that watches a topic', { skip: whyNoServer() }, () => {
  let server: ServerDatabase;
  let database: Database;
  let bus: Bus;

  before(async () => {
    server = await createServerDatabase();
    database = await openDatabase({ url: server.url });
    await database.migrate();
    bus = await openBus(database, { databaseUrl: server.url });
  });

  after(async () => {
    await bus.close();
    await database.close();
    await server.remove();
  });

  const write = async (sender: 'sending' | 'silent', topic: string): Promise<void> => {
    const writer = startProcess('./write-outbox.ts', import.meta.url, [server.url, topic, sender]);
    assert.equal(await writer.firstLine(), 'committed');
    if (sender === 'silent') await writer.kill();
    else writer.child.stdin?.end();
  };

  test('is woken by what another one wrote', async () => {
    const woken = nextWakeUp(bus, 'from-afar');
    await write('sending', 'from-afar');
    await woken;
  });

  test('is woken although the one that wrote was killed before it sent', async () => {
    const woken = nextWakeUp(bus, 'orphan');
    await write('silent', 'orphan');
    await woken;
    const { rows } = await server.query('select topic from outbox');
    assert.deepEqual(rows, []);
  });

  test('is woken, for what it may have missed, when its connection was cut and is back', async () => {
    const woken = nextWakeUp(bus, 'anything');
    const { rows } = await server.query(
      `select pg_terminate_backend(pid) as cut from pg_stat_activity
       where application_name = 'lintas bus' and datname = current_database()`,
    );
    assert.deepEqual(rows, [{ cut: true }]);
    await woken;
    const again = nextWakeUp(bus, 'after-the-cut');
    await write('sending', 'after-the-cut');
    await again;
  });
});
