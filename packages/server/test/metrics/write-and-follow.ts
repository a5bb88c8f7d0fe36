// A process that writes cases and follows their log without end, until it is killed.

import { openDatabase } from '../../src/db/open.ts';
import { followLog } from '../../src/metrics/follow.ts';
import { createTenant } from '../../src/tenants.ts';
import { continueHistory, writeHistories } from '../fixtures/histories.ts';

const [folder = '', round = ''] = process.argv.slice(2);
const database = await openDatabase({ folder });
await database.migrate();
const name = { en: { text: 'Office', reviewed: 'peer' as const } };
const authority = { id: 'authority', kind: 'authority', name, issuer: 'AA' } as const;
await database.asOwner((transaction) => createTenant(transaction, authority, new Date()));

async function write(): Promise<void> {
  for (let number = 0; ; number += 1) {
    const history = {
      kind: 'rsd',
      office: `Office ${number % 3}`,
      steps: [['2025-03-03', 'submitted']],
    } as const;
    const ids = await writeHistories(database, 'authority', [history, history], `${round}-${number}`);
    if (number === 20) console.log('writes');
    for (const id of ids) await continueHistory(database, 'authority', id, 2, ['2025-04-04', 'withdrawn']);
  }
}

async function follow(): Promise<void> {
  for (;;) {
    await followLog(database);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

await Promise.all([write(), follow()]);
