// lintas export

import { once } from 'node:events';
import { exportApplications } from '../../src/import/export.ts';
import { findTenant } from '../../src/tenants.ts';
import { readCall, text } from '../call.ts';
import { UsageError, withDatabase, type Command } from '../command.ts';
import { readFormat } from './import.ts';

export const exportCommand: Command = {
  name: 'export',
  summary: "write an authority's applications to standard output",
  help: `Usage: lintas export --tenant <id> [--format ndjson|csv]

Writes what each application was registered with, as lintas import takes it, newest first: not what happened
since, so it is no backup. In CSV, which has no estimates, a cell that a spreadsheet would run as a formula begins
with an apostrophe; import takes it off again.`,
  async run(args) {
    const { values } = readCall(args, { tenant: text, format: text });
    const { tenant } = values;
    if (tenant === undefined) throw new UsageError('Give --tenant.');
    const format = readFormat(values.format ?? 'ndjson');
    await withDatabase(async ({ database }) => {
      const found = await database.asOwner((transaction) => findTenant(transaction, tenant));
      if (found?.kind !== 'authority') throw new UsageError('There is no such authority.');
      for await (const line of exportApplications(database, tenant, format)) {
        if (!process.stdout.write(line)) await once(process.stdout, 'drain');
      }
    });
  },
};
