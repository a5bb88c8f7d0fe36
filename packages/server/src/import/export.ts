// Writes a tenant's applications out, in the form that an import takes, page by page.

import type { Application, CreateApplication } from '@lintas/contract';
import type { Database } from '../db/database.ts';
import { listApplications } from '../status/store.ts';
import { applicationView } from '../status/views.ts';
import type { Frozen } from '../http/call.ts';
import { csvLine } from '../csv.ts';
import { cellOf, COLUMNS } from './csv.ts';
import type { Format } from './records.ts';

const PAGE_SIZE = 500;

/** Lines of the file, newest application first. */
export async function* exportApplications(
  database: Database,
  tenantId: string,
  format: Format,
): AsyncGenerator<string, void, undefined> {
  if (format === 'csv') yield csvLine(COLUMNS);
  let before: string | undefined;
  do {
    const rows = await database.inTenant(tenantId, (transaction) =>
      listApplications(transaction, {}, { before, limit: PAGE_SIZE }),
    );
    for (const view of rows.map(applicationView)) {
      const record = registrationOf(view);
      yield format === 'csv'
        ? csvLine(COLUMNS.map((column) => cellOf(record, column)))
        : `${JSON.stringify(record)}\n`;
    }
    before = rows.length === PAGE_SIZE ? rows.at(-1)?.id : undefined;
  } while (before !== undefined);
}

/** What the application was registered with, as far as no event changes it. */
function registrationOf(
  view: Frozen<Application>,
): Frozen<Omit<CreateApplication, 'kind'>> & { readonly kind: string } {
  const { externalId, kind, subKind, officialCode, filedAt, office, applicant, procedure } = view;
  const { relatedReferences, retentionUntil } = view;
  return {
    externalId,
    kind,
    subKind,
    officialCode,
    filedAt,
    office,
    applicant,
    procedure,
    relatedReferences,
    retentionUntil,
  };
}
