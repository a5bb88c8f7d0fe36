// The keys that attestations are signed with (Ed25519, RFC 8037). The private half is at rest only sealed with a key that
// is not in the database.

import { exportJWK, generateKeyPair, type CryptoKey, type JWK } from 'jose';
import { sql } from 'kysely';
import type { Cryptography } from '../../adapters.ts';
import type { Transaction } from '../../db/database.ts';
import type { Dependencies } from '../../dependencies.ts';
import { newId } from '../../identifiers.ts';
import { sealPrivateKey, unsealPrivateKey } from '../../keys/sealed.ts';

/** How a signature names its algorithm. */
export const ALGORITHM = 'EdDSA';

const PURPOSE = 'signing keys';

export interface SigningKey {
  /** `kid` of the signatures. */
  readonly id: string;
  readonly privateKey: CryptoKey;
}

type Tools = Pick<Dependencies, 'database' | 'clock' | 'cryptography'>;

/** The key that is signed with now; made when there is none. */
export async function currentSigningKey(tools: Tools): Promise<SigningKey> {
  const { id, sealed } = await tools.database.asOwner(
    async (transaction) => (await findCurrent(transaction)) ?? (await createSigningKey(transaction, tools)),
  );
  return { id, privateKey: await unseal(sealed, tools.cryptography) };
}

/** Signs with a new key from now on. What was signed with the old one can still be checked. */
export async function rotateSigningKey(tools: Tools): Promise<string> {
  return tools.database.asOwner(async (transaction) => {
    await transaction
      .updateTable('signing_keys')
      .set({ retired_at: new Date(tools.clock()) })
      .where('retired_at', 'is', null)
      .execute();
    return (await createSigningKey(transaction, tools)).id;
  });
}

/** The public halves of all keys that anything was ever signed with. At the gate. */
export async function listPublicKeys(transaction: Transaction): Promise<JWK[]> {
  const rows = await transaction
    .selectFrom('signing_keys')
    .select(['id', 'public_key'])
    .orderBy('id')
    .execute();
  return rows.map(({ id, public_key }) => ({ ...public_key, kid: id, alg: ALGORITHM, use: 'sig' }));
}

interface Stored {
  readonly id: string;
  readonly sealed: Uint8Array;
}

async function findCurrent(transaction: Transaction): Promise<Stored | undefined> {
  return transaction
    .selectFrom('signing_keys')
    .select(['id', 'sealed_private_key as sealed'])
    .where('retired_at', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst();
}

async function createSigningKey(
  transaction: Transaction,
  { clock, cryptography }: Pick<Tools, 'clock' | 'cryptography'>,
): Promise<Stored> {
  // Two processes that find none at once make one.
  await sql`lock table signing_keys in share row exclusive mode`.execute(transaction);
  const existing = await findCurrent(transaction);
  if (existing) return existing;
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', privateKey);
  const sealed = sealPrivateKey(new Uint8Array(pkcs8), PURPOSE, cryptography);
  const id = newId(clock, cryptography);
  await transaction
    .insertInto('signing_keys')
    .values({
      id,
      public_key: JSON.stringify(await exportJWK(publicKey)),
      sealed_private_key: sealed,
      created_at: new Date(clock()),
      retired_at: null,
    })
    .execute();
  return { id, sealed };
}

function unseal(sealed: Uint8Array, cryptography: Cryptography): Promise<CryptoKey> {
  const pkcs8 = unsealPrivateKey(sealed, PURPOSE, cryptography);
  return crypto.subtle.importKey('pkcs8', new Uint8Array(pkcs8), 'Ed25519', false, ['sign']);
}
