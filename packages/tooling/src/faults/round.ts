// One round: write until the kill, start again, settle what the kill left open, and look at everything.

import { setTimeout as wait } from 'node:timers/promises';
import { findFaults } from './findings.ts';
import type { Installation } from './installation.ts';
import type { Ledger } from './ledger.ts';
import { putUnderLoad, settle } from './load.ts';
import type { Random } from './random.ts';

/** The kill comes after so many acknowledged writes: counted, not timed, so that slow machines test as much. */
const FEWEST_WRITES = 10;
const MOST_WRITES = 80;
/** And then at any moment within so many milliseconds, about as long as a write takes. */
const LATEST_MOMENT = 25;

/** Cases from before a round that its writers may still have written to: they meet on the newest. */
const MARGIN = 20;

/** Answers the faults that were found, each in a sentence. The API runs before and after. */
export async function runRound(
  installation: Installation,
  ledger: Ledger,
  random: Random,
  { thorough }: { readonly thorough: boolean },
): Promise<string[]> {
  const casesBefore = ledger.cases.size;
  const writes = FEWEST_WRITES + random.below(MOST_WRITES - FEWEST_WRITES);
  const moment = random.below(LATEST_MOMENT);
  const load = putUnderLoad(installation, ledger, random);
  await load.untilAcknowledged(writes);
  await wait(moment);
  await installation.kill();
  const met = await load.ended;

  await installation.start();
  const settled = await settle(installation, ledger);
  const touched = [...ledger.cases.values()].slice(thorough ? 0 : Math.max(0, casesBefore - MARGIN));
  return [...met, ...settled, ...(await findFaults(installation, ledger, touched))];
}
