// Writes a tenant's applications out, in the form that an import takes, page by page.

import type { Application, CaseEvent, CreateApplication } from '@lintas/contract';
import type { Database } from '../db/database.ts';
import { listApplications, listFirstEvents } from '../status/store.ts';
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
    const { rows, firsts } = await database.inTenant(tenantId, async (transaction) => {
      const page = await listApplications(transaction, {}, { before, limit: PAGE_SIZE });
      const ids = page.map(({ id }) => id);
      return { rows: page, firsts: ids.length === 0 ? undefined : await listFirstEvents(transaction, ids) };
    });
    for (const row of rows) {
      const record = registrationOf(applicationView(row), firsts?.get(row.id));
      yield format === 'csv'
        ? csvLine(COLUMNS.map((column) => cellOf(record, column)))
        : `${JSON.stringify(record)}\n`;
    }
    before = rows.length === PAGE_SIZE ? rows.at(-1)?.id : undefined;
  } while (before !== undefined);
}

type Registration = Frozen<Omit<CreateApplication, 'kind' | 'status' | 'estimate'>> &
  Pick<Application, 'kind'> & {
    readonly status: CaseEvent['to'];
    readonly estimate: CaseEvent['estimate'];
  };

/** What the application was registered with: its first event says what later ones may have changed. */
function registrationOf(view: Frozen<Application>, first: CaseEvent | undefined): Registration {
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
    status: first?.to,
    procedure,
    relatedReferences,
    estimate: first?.estimate,
    retentionUntil,
  };
}
