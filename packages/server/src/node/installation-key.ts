// The key that an installation hashes and seals with. All its processes have the same one, or each would count tries for
// itself and open nothing that another sealed; and a copy of the database does not contain it.

import { timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { ConfigError, type Config } from '../config.ts';
import type { Database, Transaction } from '../db/database.ts';
import { createCryptography } from './cryptography.ts';
import { keyFileIn, makeKeyFile, readKeyFile } from './key-file.ts';
import { createKey } from './key-text.ts';

type KeySettings = Pick<Config, 'database' | 'dataDir' | 'installationKey'>;

/**
 * The key of the setting, else of the file in the data folder, which is made for a database that knows none yet. From
 * then on the database knows this one and goes with no other.
 *
 * @param tell is told where a new installation on a server has its key
 * @throws ConfigError when the database knows another key; nothing was written then
 */
export async function holdInstallationKey(
  database: Database,
  settings: KeySettings,
  tell: (sentence: string) => void,
): Promise<Uint8Array> {
  if ('memory' in settings.database) return createKey();
  const file = keyFileIn(settings.dataDir);
  const { key, isNew } = await database.asOwner(async (transaction) => {
    const known = (await findFingerprint(transaction)) ?? (await findFingerprintAlone(transaction));
    const found = await findKey(settings);
    if (known !== undefined) return { key: verify(found, known, file), isNew: false };
    // If the transaction is undone, the next one finds the file.
    const chosen = found ?? (await makeKeyFile(file));
    await transaction
      .insertInto('installation')
      .values({ key_fingerprint: fingerprint(chosen) })
      .execute();
    return { key: chosen, isNew: true };
  });
  if (isNew && settings.installationKey === undefined && 'url' in settings.database) {
    tell(
      `This installation's key is in ${file}: its other processes need it, and whoever restores a backup.`,
    );
  }
  return key;
}

/**
 * For before a migration: tables of another installation are none of ours to change.
 *
 * @throws ConfigError when the database knows another key
 */
export async function refuseOtherKey(database: Database, settings: KeySettings): Promise<void> {
  await database.asOwner(async (transaction) => {
    const { rows } = await sql`select where to_regclass('installation') is not null`.execute(transaction);
    const known = rows.length === 0 ? undefined : await findFingerprint(transaction);
    if (known !== undefined) verify(await findKey(settings), known, keyFileIn(settings.dataDir));
  });
}

async function findKey({ installationKey, dataDir }: KeySettings): Promise<Uint8Array | undefined> {
  return installationKey ?? readKeyFile(keyFileIn(dataDir));
}

async function findFingerprint(transaction: Transaction): Promise<Uint8Array | undefined> {
  const row = await transaction.selectFrom('installation').select('key_fingerprint').executeTakeFirst();
  return row?.key_fingerprint;
}

/** Of several that start at once with a new database, one goes first. */
async function findFingerprintAlone(transaction: Transaction): Promise<Uint8Array | undefined> {
  await sql`lock table installation in share row exclusive mode`.execute(transaction);
  return findFingerprint(transaction);
}

function fingerprint(key: Uint8Array): Uint8Array {
  return createCryptography(key).keyedHash('lintas installation key');
}

function verify(found: Uint8Array | undefined, known: Uint8Array, file: string): Uint8Array {
  if (found !== undefined && timingSafeEqual(fingerprint(found), known)) return found;
  throw new ConfigError(
    'The installation key that this database was set up with is not here. Give it in LINTAS_INSTALLATION_KEY, ' +
      `or without this setting in the file ${file}. Nothing was changed.`,
  );
}
