// A database as an older version left it, in which a case counts for something else.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Database } from '../../src/db/database.ts';
import { migrationsFolder } from '../../src/db/migrate.ts';
import { openSheet, talliesOf, type MeasuredCase } from '../../src/metrics/measure.ts';
import { addToRollups, readContributions, writeContributions } from '../../src/metrics/rollups.ts';

const AUTHORITY = 'authority';

/** Counts a case that was followed as an older version had measured it. */
export async function countAsBefore(
  database: Database,
  applicationId: string,
  older: Partial<MeasuredCase>,
): Promise<void> {
  await database.asOwner(async (transaction) => {
    const now = (await readContributions(transaction, AUTHORITY, [applicationId])).get(applicationId);
    assert.ok(now, 'the case was followed');
    const before = { ...now, ...older };
    const sheet = openSheet();
    sheet.subtract(talliesOf(now));
    sheet.add(talliesOf(before));
    await writeContributions(transaction, AUTHORITY, new Map([[applicationId, before]]));
    await addToRollups(transaction, AUTHORITY, sheet.sums());
  });
}

/** Runs one migration that only writes rows, as where it had not run yet. */
export async function migrateAgain(database: Database, name: string): Promise<void> {
  const text = await readFile(join(migrationsFolder, `${name}.sql`), 'utf8');
  await database.asOwner((transaction) => sql.raw(text).execute(transaction));
}
