// `npm run faults`: ends the API with `kill -9` under write load and in the middle of uploads, again and again, and
// proves each time that nothing it had acknowledged is lost and nothing is there twice.
//
//   npm run faults -- [--rounds 100] [--uploads 50] [--seed <n>] [--engine pglite|postgres|both]

import { parseArgs } from 'node:util';
import { ensurePostgres } from '../postgres.ts';
import { openInstallation, type Engine } from './installation.ts';
import { createLedger } from './ledger.ts';
import { createRandom } from './random.ts';
import { runRound } from './round.ts';
import { runUploadRound } from './uploads.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '100' },
    uploads: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1e9)) },
    engine: { type: 'string', default: 'both' },
  },
});
const rounds = readCount(values.rounds, '--rounds');
const uploadRounds = readCount(values.uploads, '--uploads');
const seed = readCount(values.seed, '--seed');

let passed = 0;
let failed = 0;
for (const engine of readEngines(values.engine)) {
  // A server of its own for each, so that neither finds what the other has left.
  for (const run of [runRounds, runUploadRounds]) {
    if (engine === 'pglite') await run(engine, {});
    else {
      const server = await ensurePostgres();
      if (!server) continue;
      await run(engine, { LINTAS_DATABASE_URL: server.url });
      await server.stop();
    }
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
      const { requests, answers } = ledger.counts();
      report(`${engine} round ${round}`, faults, `, ${requests} requests so far, ${answers} acknowledged`);
    }
  } finally {
    await installation.remove();
  }
}

async function runUploadRounds(engine: Engine, environment: Record<string, string>): Promise<void> {
  const installation = await openInstallation(environment);
  const random = createRandom(seed);
  try {
    await installation.start();
    for (let round = 1; round <= uploadRounds; round += 1) {
      // An embedded database belongs to one process.
      const processes = engine === 'postgres' && random.below(2) === 0 ? 2 : 1;
      const faults = await runUploadRound(installation, random, { processes });
      report(`${engine} uploads ${round}, ${processes} process${processes === 2 ? 'es' : ''}`, faults);
    }
  } finally {
    await installation.remove();
  }
}

function report(name: string, faults: readonly string[], more = ''): void {
  if (faults.length === 0) passed += 1;
  else failed += 1;
  console.log(`${name}: ${faults.length === 0 ? 'ok' : 'FAILED'}${more}`);
  for (const fault of faults) console.log(`  ${fault}`);
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
