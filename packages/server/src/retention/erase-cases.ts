// Erases all cases whose last day is over. Any number of processes may do that at once, and twice does no harm.

import type { Dependencies } from '../dependencies.ts';
import { listDue, todayAtOffice, type CaseId } from './due.ts';
import { eraseCase } from './erase-case.ts';

const CASES_AT_ONCE = 500;

/**
 * Each case in a transaction of its own: a short one holds nobody up, and one that fails keeps no other from going.
 * Resolves to how many this process has erased.
 *
 * @throws what the first of those threw that failed, after the others
 */
export async function eraseCases(
  dependencies: Pick<Dependencies, 'database' | 'clock' | 'cryptography'>,
  isWanted: () => boolean = () => true,
): Promise<number> {
  const { database, clock } = dependencies;
  const failures: unknown[] = [];
  let erased = 0;
  let after: CaseId | undefined;
  do {
    const page = { after, limit: CASES_AT_ONCE };
    const due = await database.asOwner((transaction) => listDue(transaction, todayAtOffice(clock()), page));
    for (const each of due) {
      if (!isWanted()) return erased;
      try {
        if (await database.asOwner((transaction) => eraseCase(transaction, each, dependencies))) erased += 1;
      } catch (error) {
        failures.push(error);
      }
    }
    after = due.length === CASES_AT_ONCE ? due.at(-1) : undefined;
  } while (after);
  if (failures.length > 0) throw failures[0];
  return erased;
}
