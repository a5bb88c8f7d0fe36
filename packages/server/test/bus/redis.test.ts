// Wake-ups over Redis. Needs one: LINTAS_TEST_REDIS_URL=redis://… names it; without, this is left out.

import { test } from 'node:test';
import { openBus } from '../../src/bus/open.ts';
import { onEachDatabase } from '../support/databases.ts';
import { NOW } from '../support/rows.ts';
import { nextWakeUp } from './wake-up.ts';

const busUrl = process.env['LINTAS_TEST_REDIS_URL'];

if (busUrl === undefined) test('wake-ups over Redis', { skip: 'LINTAS_TEST_REDIS_URL is not set.' });
else {
  onEachDatabase((open) => {
    test('a change in one process wakes a watcher in another', async () => {
      const [here, there] = [await open(), await open()];
      const bus = await openBus(here, { busUrl });
      const otherBus = await openBus(there, { busUrl });
      const woken = nextWakeUp(bus, 'case');
      await there.inTenant('one', (transaction) =>
        transaction.insertInto('outbox').values({ topic: 'case', created_at: NOW }).execute(),
      );
      await woken;
      await bus.close();
      await otherBus.close();
    });

    test('a Redis that is down holds up neither start nor end', async () => {
      const bus = await openBus(await open(), { busUrl: 'redis://127.0.0.1:1' });
      await bus.close();
    });
  });
}
