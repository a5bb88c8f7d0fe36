// Whether every file that a document has is there, and is what was handed in: for who has put a backup back.

import { sql } from 'kysely';
import { StorageUnavailable } from '../blobs/blob-store.ts';
import { sealedStore } from '../blobs/sealed.ts';
import type { Transaction } from '../db/database.ts';
import type { Dependencies } from '../dependencies.ts';
import { hex } from '../identifiers.ts';
import { findDocument, type DocumentRow } from './store.ts';

type Tools = Pick<Dependencies, 'database' | 'blobs' | 'cryptography'>;

export interface StoredFile {
  readonly document: string;
  readonly what: 'original' | 'copy';
  /** What is wrong with it, in a word or a code of the store; `undefined` when it is whole. */
  readonly fault: string | undefined;
}

const BATCH_SIZE = 100;

/** Reads every file to its end. */
export async function* readStoredFiles(tools: Tools): AsyncGenerator<StoredFile, void, undefined> {
  const { database } = tools;
  let after: Pick<DocumentRow, 'tenant_id' | 'id'> | undefined;
  do {
    const rows = await database.asOwner((transaction) => listWithFiles(transaction, after));
    for (const row of rows) {
      for (const what of ['original', 'copy'] as const) {
        const key = row[what];
        if (key === null) continue;
        const fault = await findFault(row, what, key, tools);
        // Somebody may have taken it back meanwhile.
        if (fault !== undefined && !(await isStillThere(row, what, tools))) continue;
        yield { document: row.id, what, fault };
      }
    }
    after = rows.length < BATCH_SIZE ? undefined : rows.at(-1);
  } while (after);
}

async function listWithFiles(
  transaction: Transaction,
  after: Pick<DocumentRow, 'tenant_id' | 'id'> | undefined,
): Promise<DocumentRow[]> {
  const documents = transaction.selectFrom('documents').selectAll().where('original', 'is not', null);
  const following = after
    ? documents.where(sql<boolean>`(tenant_id, id) > (${after.tenant_id}, ${after.id})`)
    : documents;
  return following.orderBy('tenant_id').orderBy('id').limit(BATCH_SIZE).execute();
}

async function findFault(
  { key_share, sha256 }: DocumentRow,
  what: StoredFile['what'],
  key: string,
  tools: Tools,
): Promise<string | undefined> {
  const hash = tools.cryptography.startSha256();
  try {
    for await (const bytes of await sealedStore(tools, key_share).get(key)) hash.update(bytes);
  } catch (error) {
    if (error instanceof StorageUnavailable) return error.code ?? 'unknown';
    throw error;
  }
  const isOther = what === 'original' && sha256 !== null && hex(hash.digest()) !== hex(sha256);
  return isOther ? 'OTHER' : undefined;
}

async function isStillThere(
  row: DocumentRow,
  what: StoredFile['what'],
  { database }: Tools,
): Promise<boolean> {
  const now = await database.inTenant(row.tenant_id, (transaction) => findDocument(transaction, row.id));
  return now !== undefined && now[what] === row[what];
}
