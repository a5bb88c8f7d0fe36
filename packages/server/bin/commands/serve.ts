// lintas serve

import { once } from 'node:events';
import { readConfig } from '../../src/config.ts';
import { serve } from '../../src/serve.ts';
import { readCall } from '../call.ts';
import type { Command } from '../command.ts';

export const serveCommand: Command = {
  name: 'serve',
  summary: 'run the API',
  help: `Usage: lintas serve

Runs the API until it is sent SIGINT or SIGTERM. Prints one line when it answers, then one line of JSON for
each request; while these cannot be written, it answers without. Brings the tables of the database up to date
first; a database server that is down is waited for.`,
  async run(args) {
    readCall(args, {});
    // The disk of the log is full, or its reader has ended: people still read their cases.
    process.stdout.removeAllListeners('error').on('error', () => {});
    const server = await serve(readConfig(process.env));
    console.log(`Lintas answers at ${server.url}`);
    try {
      await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM'), server.refused]);
    } finally {
      await server.close();
    }
  },
};
