// A process that makes one durable change, says so, and stays until it is killed.

import { openDatabase } from '../../src/db/open.ts';

const database = await openDatabase({ folder: process.argv[2] ?? '' });
await database.migrate();
await database.asOwner((transaction) =>
  transaction.insertInto('outbox').values({ topic: 'kept', created_at: new Date() }).execute(),
);
console.log('acknowledged');
process.stdin.resume();
