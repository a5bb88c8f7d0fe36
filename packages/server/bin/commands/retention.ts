// lintas retention

import type { Log } from '../../src/adapters.ts';
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
    return withDatabase<number | void>(values['dry-run'] ? tell : erase);
  },
};

async function tell({ database, clock }: Workplace): Promise<void> {
  const counts = await database.asOwner((transaction) => countDue(transaction, todayAtOffice(clock())));
  for (const { tenantId, until, cases } of counts) console.log([tenantId, until, cases].join('\t'));
}

/** @returns the exit code: 1 when bytes are left that could not be erased, which a server tries again */
async function erase(workplace: Workplace): Promise<number> {
  const { config, database, clock } = workplace;
  let failures = 0;
  const log: Log = (entry) => {
    failures += 1;
    console.error(entry);
  };
  const blobs = await openBlobStore(config.blobs);
  try {
    await removeExpired(database, new Date(clock()));
    console.log(`${await eraseCases(workplace)} cases erased`);
    await sweepErased({ database, blobs, clock, log });
    return failures > 0 ? 1 : 0;
  } finally {
    await blobs.close();
  }
}
