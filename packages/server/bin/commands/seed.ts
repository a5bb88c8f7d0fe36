// lintas seed

import { writeDemoHistory } from '../../src/seed/history.ts';
import { seedDemonstration } from '../../src/seed/seed.ts';
import { readCall } from '../call.ts';
import { UsageError, withDatabase, type Command } from '../command.ts';

export const seedCommand: Command = {
  name: 'seed',
  summary: 'write the demonstration: an authority, three partners, cases and figures',
  help: `Usage: LINTAS_DEMO=1 lintas seed

Writes tenants, the well-known demonstration keys and invented cases. Refused unless LINTAS_DEMO=1: everybody
knows these keys. A second run changes nothing.`,
  async run(args) {
    readCall(args, {});
    if (process.env['LINTAS_DEMO'] !== '1')
      throw new UsageError('The demonstration is only written with LINTAS_DEMO=1.');
    const { cases, past } = await withDatabase(async (workplace) => ({
      ...(await seedDemonstration(workplace)),
      past: await writeDemoHistory(workplace),
    }));
    console.log(
      cases + past === 0
        ? 'The demonstration is there already.'
        : `Wrote the demonstration: ${cases} cases, and ${past} of the past for its figures.`,
    );
  },
};
