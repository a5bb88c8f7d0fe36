// lintas seed

import { parseArgs } from 'node:util';
import { seedDemonstration } from '../../src/seed/seed.ts';
import { UsageError, withDatabase, type Command } from '../command.ts';

export const seedCommand: Command = {
  name: 'seed',
  summary: 'write the demonstration: an authority, three partners, forty cases',
  help: `Usage: LINTAS_DEMO=1 lintas seed

Writes tenants, the well-known demonstration keys and invented cases. Refused unless LINTAS_DEMO=1: everybody
knows these keys. A second run changes nothing.`,
  async run(args) {
    parseArgs({ args, options: {} });
    if (process.env['LINTAS_DEMO'] !== '1')
      throw new UsageError('The demonstration is only written with LINTAS_DEMO=1.');
    const { cases } = await withDatabase((workplace) => seedDemonstration(workplace));
    console.log(
      cases === 0 ? 'The demonstration is there already.' : `Wrote the demonstration: ${cases} cases.`,
    );
  },
};
