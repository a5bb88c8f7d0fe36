// A process that writes cases and erases them without end, until it is killed.

import { openDiskStore } from '../../src/blobs/disk.ts';
import { openDatabase } from '../../src/db/open.ts';
import { sweepErased } from '../../src/documents/expire.ts';
import { createCryptography } from '../../src/node/cryptography.ts';
import { eraseCases } from '../../src/retention/erase-cases.ts';
import { createTenant } from '../../src/tenants.ts';
import { writeHistories } from '../fixtures/histories.ts';
import { endCases, writeDocument } from './ended-cases.ts';

const [place = '', documents = ''] = process.argv.slice(2);
const database = await openDatabase(place.includes('://') ? { url: place } : { folder: place });
await database.migrate();
const blobs = await openDiskStore(documents);
const name = { en: { text: 'Office', reviewed: 'peer' as const } };
const authority = { id: 'authority', kind: 'authority', name, issuer: 'AA' } as const;
await database.asOwner((transaction) => createTenant(transaction, authority, new Date()));
const dependencies = {
  database,
  blobs,
  clock: Date.now,
  log: console.error,
  cryptography: createCryptography(new Uint8Array(32)),
};
let erased = 0;

async function write(): Promise<void> {
  const history = { kind: 'rsd', office: null, steps: [['2025-03-03', 'submitted']] } as const;
  for (;;) {
    const ids = await writeHistories(database, 'authority', [history, history]);
    for (const id of ids) await writeDocument(database, blobs, id);
    await endCases(database, ids, '2025-12-31');
  }
}

async function erase(): Promise<void> {
  for (;;) {
    erased += await eraseCases(dependencies);
    if (erased > 10) console.log('erases');
    await sweepErased(dependencies);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

await Promise.all([write(), erase(), erase()]);
