// lintas retention

import { openBlobStore } from '../../src/blobs/open.ts';
import { removeExpired } from '../../src/db/retention.ts';
import { sweepErased } from '../../src/documents/expire.ts';
import { countDue, todayAtOffice } from '../../src/retention/due.ts';
import { eraseCases } from '../../src/retention/erase-cases.ts';
import { readCall } from '../call.ts';
import { withDatabase, type Command, type Workplace } from '../command.ts';

export const retentionCommand: Command = {
  name: 'retention',
  summary: 'erase cases whose last day is over',
  help: `Usage: lintas retention [--dry-run]

Erases cases that were registered with "retentionUntil" and for which that day is over, with their documents, and
whatever else has served its time. A server does the same every ten minutes.

With --dry-run it changes nothing and writes how many cases would go, a line for each tenant and last day:
<tenant> <last day> <cases>.`,
  async run(args) {
    const { values } = readCall(args, { 'dry-run': { type: 'boolean' } });
    await withDatabase(values['dry-run'] ? tell : erase);
  },
};

async function tell({ database, clock }: Workplace): Promise<void> {
  const counts = await database.asOwner((transaction) => countDue(transaction, todayAtOffice(clock())));
  for (const { tenantId, until, cases } of counts) console.log([tenantId, until, cases].join('\t'));
}

async function erase(workplace: Workplace): Promise<void> {
  const { config, database, clock } = workplace;
  const blobs = await openBlobStore(config.blobs);
  try {
    await removeExpired(database, new Date(clock()));
    console.log(`${await eraseCases(workplace)} cases erased`);
    await sweepErased({ database, blobs, clock });
  } finally {
    await blobs.close();
  }
}
