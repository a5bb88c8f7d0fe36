// `npm run faults`: ends the API with `kill -9` under write load and in the middle of uploads, again and again, and
// proves each time that nothing it had acknowledged is lost and nothing is there twice.
//
//   npm run faults -- [--rounds 100] [--uploads 50] [--seed <n>] [--engine pglite|postgres|both]

import { parseArgs } from 'node:util';
import { keepCompiled } from '../compile-cache.ts';
import { ensurePostgres } from '../postgres.ts';
import { ensureObjectStore } from '../object-store.ts';
import { keepInBucket, keepInFolder, type Files } from './files.ts';
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

keepCompiled();
let passed = 0;
let failed = 0;
for (const engine of readEngines(values.engine)) {
  if (rounds > 0) await withDatabase(engine, (settings) => runRounds(engine, settings));
  if (uploadRounds === 0) continue;
  await withDatabase(engine, (settings) => runUploadRounds(engine, settings, keepInFolder(), 'a folder'));
  // More than one machine needs both.
  if (engine === 'postgres') await runUploadRoundsOnS3();
}
console.log(`seed ${seed}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** Each run has a server of its own, so that none finds what the others have left. */
async function withDatabase(
  engine: Engine,
  run: (settings: Readonly<Record<string, string>>) => Promise<void>,
): Promise<void> {
  if (engine === 'pglite') return run({});
  const server = await ensurePostgres();
  if (!server) return;
  await run({ LINTAS_DATABASE_URL: server.url });
  await server.stop();
}

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

async function runUploadRoundsOnS3(): Promise<void> {
  const store = await ensureObjectStore();
  if (!store) return;
  const files = await keepInBucket(store.url);
  await withDatabase('postgres', (settings) => runUploadRounds('postgres', settings, files, 'S3'));
  await store.stop();
}

async function runUploadRounds(
  engine: Engine,
  database: Readonly<Record<string, string>>,
  files: Files,
  place: 'a folder' | 'S3',
): Promise<void> {
  const installation = await openInstallation({ ...database, ...files.settings });
  const random = createRandom(seed);
  try {
    await installation.start();
    for (let round = 1; round <= uploadRounds; round += 1) {
      // An embedded database belongs to one process.
      const processes = engine === 'postgres' && random.below(2) === 0 ? 2 : 1;
      const faults = await runUploadRound(installation, files, random, { processes });
      const name = `${engine} uploads to ${place} ${round}`;
      report(`${name}, ${processes} process${processes === 2 ? 'es' : ''}`, faults);
    }
  } finally {
    await installation.remove();
    await files.remove();
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
