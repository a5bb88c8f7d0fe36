// What all commands have in common.

import { readConfig, type Config } from '../src/config.ts';
import type { Clock, Cryptography } from '../src/adapters.ts';
import type { Database } from '../src/db/database.ts';
import { openDatabase } from '../src/db/open.ts';
import { prepare } from '../src/node/preparation.ts';

export interface Command {
  readonly name: string;
  /** One line for the overview. */
  readonly summary: string;
  /** Text of `--help`. */
  readonly help: string;
  /** Resolves to the exit code, 0 when nothing is said. */
  run(args: string[]): Promise<number | void>;
}

/** The command was called wrongly. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What commands work with. */
export interface Workplace {
  readonly config: Config;
  readonly database: Database;
  readonly cryptography: Cryptography;
  readonly clock: Clock;
}

/** Opens the configured database, brought up to date and with its installation's key, for as long as `work` takes. */
export async function withDatabase<Result>(work: (workplace: Workplace) => Promise<Result>): Promise<Result> {
  const config = readConfig(process.env);
  const database = await openDatabase(config.database);
  try {
    // What a command answers is on the other output.
    const cryptography = await prepare(database, config, console.error);
    return await work({ config, database, cryptography, clock: Date.now });
  } finally {
    await database.close();
  }
}
