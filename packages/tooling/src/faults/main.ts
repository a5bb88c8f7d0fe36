// `npm run faults`: ends the API with `kill -9` under write load, again and again, and proves each time that
// nothing it had acknowledged is lost and nothing is there twice.
//
//   npm run faults -- [--rounds 100] [--seed <n>] [--engine pglite|postgres|both]

import { parseArgs } from 'node:util';
import { ensurePostgres } from '../postgres.ts';
import { openInstallation, type Engine } from './installation.ts';
import { createLedger } from './ledger.ts';
import { createRandom } from './random.ts';
import { runRound } from './round.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1e9)) },
    engine: { type: 'string', default: 'both' },
  },
});
const rounds = readCount(values.rounds, '--rounds');
const seed = readCount(values.seed, '--seed');

let passed = 0;
let failed = 0;
for (const engine of readEngines(values.engine)) {
  if (engine === 'pglite') await runRounds(engine, {});
  else {
    const server = await ensurePostgres();
    if (!server) continue;
    await runRounds(engine, { LINTAS_DATABASE_URL: server.url });
    await server.stop();
  }
}
console.log(`seed ${seed}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function runRounds(engine: Engine, environment: Record<string, string>): Promise<void> {
  const installation = await openInstallation(environment);
  const ledger = createLedger();
  const random = createRandom(seed);
  try {
    await installation.start();
    for (let round = 1; round <= rounds; round += 1) {
      // The last round looks at everything, the others at what they may have touched.
      const faults = await runRound(installation, ledger, random, { thorough: round === rounds });
      if (faults.length === 0) passed += 1;
      else failed += 1;
      const { requests, answers } = ledger.counts();
      console.log(
        `${engine} round ${round}: ${faults.length === 0 ? 'ok' : 'FAILED'}, ` +
          `${requests} requests so far, ${answers} acknowledged`,
      );
      for (const fault of faults) console.log(`  ${fault}`);
    }
  } finally {
    await installation.remove();
  }
}

function readEngines(name: string): readonly Engine[] {
  if (name === 'both') return ['pglite', 'postgres'];
  if (name === 'pglite' || name === 'postgres') return [name];
  throw new Error('--engine is pglite, postgres or both.');
}

function readCount(text: string, option: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Error(`${option} takes a number.`);
}
