// lintas import

import { extname } from 'node:path';
import { COLUMNS } from '../../src/import/csv.ts';
import { importApplications } from '../../src/import/import.ts';
import { HeaderError, type Format } from '../../src/import/records.ts';
import { findTenant } from '../../src/tenants.ts';
import { readCall, text } from '../call.ts';
import { UsageError, withDatabase, type Command } from '../command.ts';
import { openGiven } from '../files.ts';

export const importCommand: Command = {
  name: 'import',
  summary: 'register the applications of a file',
  help: `Usage: lintas import <file> --tenant <id> [--format ndjson|csv]

Registers one application a line. NDJSON lines are bodies of POST /v1/applications; CSV has a first line with
columns of: ${COLUMNS.join(', ')}. Every line needs its externalId.

Writes one line of JSON for each line of the file to standard output: created (with reference and PIN, which
are shown this once), unchanged, or refused with the reasons. A refused line does not stop the others, and a
second run of the same file changes nothing. The exit code is 1 when a line was refused, and 2 when none can be read.`,
  async run(args) {
    const { values, positionals } = readCall(args, { tenant: text, format: text }, 1);
    const [file] = positionals;
    if (file === undefined) throw new UsageError('Name a file.');
    if (values.tenant === undefined) throw new UsageError('Give --tenant.');
    return importFile(file, values.tenant, readFormat(values.format ?? extname(file).slice(1)));
  },
};

async function importFile(file: string, tenantId: string, format: Format): Promise<number> {
  const counts = { created: 0, unchanged: 0, refused: 0 };
  const opened = await openGiven(file);
  try {
    await withDatabase(async (workplace) => {
      const tenant = await workplace.database.asOwner((transaction) => findTenant(transaction, tenantId));
      if (tenant?.kind !== 'authority') throw new UsageError('There is no such authority.');
      const chunks = opened.createReadStream({ autoClose: false });
      for await (const outcome of importApplications({ chunks, format, tenantId }, workplace)) {
        counts[outcome.result] += 1;
        console.log(JSON.stringify(outcome));
      }
    });
  } catch (error) {
    throw error instanceof HeaderError ? new UsageError(error.message) : error;
  } finally {
    await opened.close();
  }
  console.error(`${counts.created} created, ${counts.unchanged} unchanged, ${counts.refused} refused`);
  return counts.refused > 0 ? 1 : 0;
}

export function readFormat(format: string): Format {
  if (format === 'ndjson' || format === 'csv') return format;
  throw new UsageError('--format is ndjson or csv.');
}
