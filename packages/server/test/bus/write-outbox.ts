// A process that announces a change of a topic; `silent`, it dies before it sends the wake-up.
// Arguments: the database's address, the topic, "sending" or "silent".

import { once } from 'node:events';
import { openBus } from '../../src/bus/open.ts';
import { openDatabase } from '../../src/db/open.ts';

const [url = '', topic = '', sender] = process.argv.slice(2);
const database = await openDatabase({ url });
const bus = sender === 'sending' ? await openBus(database, { databaseUrl: url }) : undefined;
await database.inTenant('one', (transaction) =>
  transaction.insertInto('outbox').values({ topic, created_at: new Date() }).execute(),
);
console.log('committed');
process.stdin.resume();
await once(process.stdin, 'end');
await bus?.close();
await database.close();
