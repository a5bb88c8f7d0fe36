// A list of applications is read from one index, whatever it is narrowed to: nothing is read only to be left out, and
// nothing has to be sorted. So a page costs the same for a thousand applications and for a million.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import type { Database } from '../../src/db/database.ts';
import { listApplications, type ApplicationFilter } from '../../src/status/store.ts';
import { createTenant } from '../../src/tenants.ts';
import { onEachDatabase } from '../support/databases.ts';
import { explainQuery } from '../support/plans.ts';

const FILTERS: Required<ApplicationFilter> = {
  status: 'in_review',
  kind: 'stay_limited',
  office: 'Medan',
  externalId: 'A-7',
};

/** Every set of the filters that an authority may combine. */
const COMBINATIONS: readonly ApplicationFilter[] = (['status', 'kind', 'office'] as const).reduce<
  ApplicationFilter[]
>((sets, name) => [...sets, ...sets.map((set) => ({ ...set, [name]: FILTERS[name] }))], [{}]);

const PLACE = { before: '01900000-0000-7000-8000-000000000000', limit: 51 };

onEachDatabase((openDatabase) => {
  describe('a page of a list', () => {
    let opening: Promise<Database> | undefined;
    const open = () => (opening ??= openDatabase().then(fill));

    for (const filter of COMBINATIONS) {
      test(`narrowed to ${Object.keys(filter).join(', ') || 'nothing'} is read from one index`, async () => {
        const plan = await explain(await open(), filter);
        assert.match(plan, /Index Scan Backward/);
        assert.doesNotMatch(plan, /Filter:|Sort|Bitmap|Seq Scan/, plan);
      });
    }

    test("narrowed to the authority's own number reads nothing that does not fit", async () => {
      const plan = await explain(await open(), { externalId: FILTERS.externalId });
      assert.match(plan, /external_id = 'A-7'/);
      assert.doesNotMatch(plan, /Bitmap|Seq Scan/, plan);
    });
  });
});

/** An authority with enough applications for the planner to have a choice. */
async function fill(database: Database): Promise<Database> {
  const now = new Date('2026-03-01T00:00:00Z');
  await database.asOwner(async (transaction) => {
    const name = { en: { text: 'Office', reviewed: 'peer' as const } };
    await createTenant(transaction, { id: 'authority', kind: 'authority', name, issuer: 'AA' }, now);
    await sql`
      insert into applications (id, tenant_id, reference, pin_hash, external_id, kind, office, filed_at, facts, state,
        status, created_at, updated_at, source_synced_at)
      select '01800000-0000-7000-8000-' || lpad(number::text, 12, '0'), 'authority', 'R-' || number, '',
        'A-' || number, kind, office, ${now}, '{}', jsonb_build_object('status', status), status, ${now}, ${now}, ${now}
      from generate_series(1, 5000) as number
      cross join lateral (select
        (array['in_review', 'received', 'on_hold', 'decided'])[1 + number % 4] as status,
        (array['stay_limited', 'rsd', 'skim', 'affidavit', 'other'])[1 + number % 5] as kind,
        (array['Medan', 'Jakarta', 'Makassar'])[1 + number % 3] as office) as facts
    `.execute(transaction);
    await sql`analyze applications`.execute(transaction);
  });
  return database;
}

/** The plan of the query that the store sends, within the tenant's walls. */
async function explain(database: Database, filter: ApplicationFilter): Promise<string> {
  return database.inTenant('authority', (transaction) =>
    explainQuery(transaction, (watched) => listApplications(watched, filter, PLACE)),
  );
}
