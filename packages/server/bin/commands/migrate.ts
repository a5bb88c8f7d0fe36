// lintas migrate

import { parseArgs } from 'node:util';
import { withDatabase, type Command } from '../command.ts';

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'bring the tables of the database up to date',
  help: `Usage: lintas migrate

Runs the migrations that the database does not have yet. lintas serve does the same at its start.`,
  async run(args) {
    parseArgs({ args, options: {} });
    await withDatabase(async () => {});
  },
};
