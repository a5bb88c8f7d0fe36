// Who was given a token: by a keyed hash of the case, so that the table names none.

import type { Cryptography } from '../adapters.ts';
import type { Transaction } from '../db/database.ts';

type Tools = Pick<Cryptography, 'keyedHash'>;

export function holderOf(applicationId: string, { keyedHash }: Tools): Uint8Array {
  return keyedHash(`survey holder ${applicationId}`);
}

/** Forgets that a case was given tokens, of whomever's questionnaires. As the owner. */
export async function forgetGrants(
  transaction: Transaction,
  applicationId: string,
  tools: Tools,
): Promise<void> {
  await transaction
    .deleteFrom('survey_grants')
    .where('holder', '=', holderOf(applicationId, tools))
    .execute();
}
