// Gets the database ready, its tables up to date and the installation's key at hand, and keeps calls away until it is.

import type { Cryptography, Log } from '../adapters.ts';
import { ConfigError, type Config } from '../config.ts';
import { DatabaseUnavailable, type Database } from '../db/database.ts';
import { nameError } from '../http/problems.ts';
import { watchReach } from '../reach.ts';
import { createCryptography, keyless } from './cryptography.ts';
import { holdInstallationKey, refuseOtherKey } from './installation-key.ts';

const AGAIN_MS = 1000;

export interface Preparation {
  /** The database for calls: unavailable until it is ready. */
  readonly database: Database;
  /** Hashes with the installation's key as soon as the database is ready. */
  readonly cryptography: Cryptography;
  /** Rejects with a ConfigError when a server that was waited for has come, but not with our key. */
  readonly refused: Promise<never>;
  /** Stops waiting for a server that is down. */
  stop(): void;
}

export async function prepare(
  database: Database,
  config: Config,
  tell: (sentence: string) => void,
): Promise<Cryptography> {
  await refuseOtherKey(database, config);
  await database.migrate();
  return createCryptography(await holdInstallationKey(database, config, tell));
}

/**
 * Prepares now, or as soon as the server can be reached.
 *
 * @throws whatever else stands in the way at the first try: the operator is there to read it
 */
export async function prepareWhenReachable(
  database: Database,
  config: Config,
  log: Log,
): Promise<Preparation> {
  const reach = watchReach('the database', log);
  let prepared: Cryptography | undefined;
  let timer: NodeJS.Timeout | undefined;
  let refuse = (_error: ConfigError): void => {};
  const refused = new Promise<never>((_, reject) => (refuse = reject));
  // Whoever runs the server listens; nobody has to.
  refused.catch(() => {});

  const tryNow = async (): Promise<void> => {
    prepared = await prepare(database, config, (message) => log({ level: 'info', message }));
    reach.found();
  };
  const tryLater = (): void => {
    timer = setTimeout(() => {
      tryNow().catch((error: unknown) => {
        if (error instanceof ConfigError) return refuse(error);
        if (isUnreachable(error)) reach.lost(error);
        else log({ level: 'error', message: 'preparation failed', error: nameError(error) });
        tryLater();
      });
    }, AGAIN_MS);
  };
  try {
    await tryNow();
  } catch (error) {
    if (!isUnreachable(error)) throw error;
    reach.lost(error);
    tryLater();
  }

  const ready = (): Cryptography => {
    if (prepared) return prepared;
    throw new DatabaseUnavailable('The database is not ready yet.');
  };
  const whenReady = (): Database => {
    ready();
    return database;
  };
  return {
    database: {
      ...database,
      inTenant: async (tenantId, work) => whenReady().inTenant(tenantId, work),
      atGate: async (work) => whenReady().atGate(work),
      asOwner: async (work) => whenReady().asOwner(work),
    },
    cryptography: { ...keyless, keyedHash: (data) => ready().keyedHash(data) },
    refused,
    stop: () => clearTimeout(timer),
  };
}

function isUnreachable(error: unknown): boolean {
  return error instanceof DatabaseUnavailable;
}
