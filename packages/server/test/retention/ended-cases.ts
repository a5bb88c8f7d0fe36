// Cases whose last day is over, with a document each, straight into the database: the API takes none.

import { sql } from 'kysely';
import type { BlobStore } from '../../src/blobs/blob-store.ts';
import type { Database } from '../../src/db/database.ts';
import { writeHistories, type History } from '../fixtures/histories.ts';

/** Writes cases; answers their ids. */
export async function writeEndedCases(
  database: Database,
  histories: readonly History[],
  until: string,
): Promise<string[]> {
  const ids = await writeHistories(database, 'authority', histories);
  await endCases(database, ids, until);
  return ids;
}

/** Gives cases a last day. */
export async function endCases(database: Database, ids: readonly string[], until: string): Promise<void> {
  await database.asOwner((transaction) =>
    sql`
      update applications set facts = facts || jsonb_build_object('retentionUntil', ${until}::text)
      where id = any (${[...ids]}::text[])
    `.execute(transaction),
  );
}

/** A document with its bytes. Its id is that of the case. */
export async function writeDocument(database: Database, blobs: BlobStore, id: string): Promise<void> {
  const now = new Date();
  await database.inTenant('authority', (transaction) =>
    sql`
      insert into documents
        (id, tenant_id, application_id, kind, side, media_type, bytes, received, state, created_at, updated_at)
      values (${id}, 'authority', ${id}, 'passport', 'whole', 'image/jpeg', 10, 10, 'received', ${now}, ${now})
    `.execute(transaction),
  );
  for (const key of [`originals/${id}`, `copies/${id}`]) await blobs.put(key, bytes());
}

async function* bytes(): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(10);
  await Promise.resolve();
}
