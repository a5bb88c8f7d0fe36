// lintas migrate

import { readConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/db/open.ts';
import { readCall } from '../call.ts';
import type { Command } from '../command.ts';

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'bring the tables of the database up to date',
  help: `Usage: lintas migrate

Runs the migrations that the database does not have yet. lintas serve does the same at its start. This
needs no installation key, and makes none.`,
  async run(args) {
    readCall(args, {});
    const database = await openDatabase(readConfig(process.env).database);
    try {
      await database.migrate();
    } finally {
      await database.close();
    }
  },
};
