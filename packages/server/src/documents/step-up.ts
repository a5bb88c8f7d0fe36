// The code once more: whoever finds an opened case on a borrowed device reads where it stands, but fetches no papers.

import { parsePin, type ENDPOINTS } from '@lintas/contract';
import { sql } from 'kysely';
import type { Transaction } from '../db/database.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Handler } from '../http/call.ts';
import { Refusal } from '../http/problems.ts';
import { forgiveTry } from '../limits/store.ts';
import { reserveTryFor } from '../limits/reserve.ts';

/** How long documents may be downloaded after it. */
export const STEP_UP_MS = 5 * 60_000;

export function stepUp(dependencies: Dependencies): Handler<(typeof ENDPOINTS)['stepUp']> {
  const { database, cryptography, clock } = dependencies;
  return {
    for: 'visitor',
    async handle({ body, person, address, answerHeaders }) {
      const { tenantId, applicationId, tokenHash } = person;
      const found = await database.inTenant(tenantId, (transaction) =>
        transaction
          .selectFrom('applications')
          .select(['reference', 'pin_hash'])
          .where('id', '=', applicationId)
          .executeTakeFirst(),
      );
      if (!found) throw new Refusal('unauthenticated');
      // Counted with the openings of the case, or this would be a way around their limits.
      const attempt = { reference: found.reference, address, tenantId };
      const reservation = await reserveTryFor(attempt, answerHeaders, dependencies);
      const pin = parsePin(body.secret.value) ?? '';
      if (!(await cryptography.verifyPin(pin, found.pin_hash))) throw new Refusal('lookup-failed');
      const now = new Date(clock());
      const until = new Date(now.getTime() + STEP_UP_MS);
      await database.atGate(async (transaction) => {
        await forgiveTry(transaction, reservation);
        await sql`select step_up_session(${tokenHash}, ${now}, ${until})`.execute(transaction);
      });
      return {};
    },
  };
}

/** @throws Refusal `step-up-required` when the code was not given lately */
export async function requireStepUp(
  transaction: Transaction,
  tokenHash: Uint8Array,
  now: Date,
): Promise<void> {
  const { rows } = await sql<{ steppedUp: boolean }>`
    select is_stepped_up(${tokenHash}, ${now}) as "steppedUp"
  `.execute(transaction);
  if (!rows[0]?.steppedUp) throw new Refusal('step-up-required');
}
