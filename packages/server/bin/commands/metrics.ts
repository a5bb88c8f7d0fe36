// lintas metrics

import { followLog } from '../../src/metrics/follow.ts';
import { publishMetrics } from '../../src/metrics/publish.ts';
import { rebuildRollups } from '../../src/metrics/rebuild.ts';
import { listAuthorities } from '../../src/metrics/store.ts';
import { readCall } from '../call.ts';
import { UsageError, withDatabase, type Command } from '../command.ts';

export const metricsCommand: Command = {
  name: 'metrics',
  summary: 'compute the published figures anew',
  help: `Usage: lintas metrics rebuild

Computes what figures are made of anew from the log of all cases, and publishes if there is no publication of today
yet. Answers go on meanwhile. A server does the same bit by bit; this is for after a change of definitions or of the
list of public holidays.`,
  async run([action, ...args]) {
    if (action !== 'rebuild') throw new UsageError('Say "rebuild".');
    readCall(args, {});
    await withDatabase(async ({ database, clock }) => {
      const authorities = await database.asOwner(listAuthorities);
      for (const authority of authorities) {
        const startedAt = clock();
        const cases = await rebuildRollups(database, authority);
        console.log(`${authority}: ${cases} cases in ${((clock() - startedAt) / 1000).toFixed(1)} s`);
      }
      // What was marked meanwhile, and before, is looked at once more.
      await followLog(database);
      await publishMetrics({ database, clock });
    });
  },
};
