// Heads of audit chains as they leave the database: one line of JSON for each. Whoever can write to the database can also
// write a whole chain anew; a head that is kept elsewhere shows that. It carries a MAC by the installation's key, which
// is in no database, so that nobody else can make one up.

import { sql } from 'kysely';
import * as z from 'zod/mini';
import type { Clock, Cryptography } from '../adapters.ts';
import { hex, unhex } from '../identifiers.ts';
import type { AuditHead } from './audit-check.ts';
import type { Database, Transaction } from './database.ts';

/** A head with whose it is, and when it was exported. */
export interface ExportedHead extends AuditHead {
  readonly tenantId: string;
  readonly at: Date;
}

const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** A line without its MAC. */
const Head = z.strictObject({
  tenant: z.string(),
  position: z.int().check(z.positive()),
  hash: digest,
  at: z.iso.datetime(),
});
type Head = z.infer<typeof Head>;

const Line = z.extend(Head, { mac: digest });

type Keyed = Pick<Cryptography, 'keyedHash'>;

/** The heads of all chains that have entries, as lines. */
export async function exportHeads(
  database: Database,
  { cryptography, clock }: { readonly cryptography: Keyed; readonly clock: Clock },
): Promise<string[]> {
  const rows = await database.asOwner(readLastEntries);
  const at = new Date(clock()).toISOString();
  return rows.map(({ tenantId, position, hash }) => {
    const head: Head = { tenant: tenantId, position, hash: hex(hash), at };
    return JSON.stringify({ ...head, mac: macOf(head, cryptography) });
  });
}

/** The heads of exported lines, or the number of the first line that is none of this installation's. */
export function readHeads(
  text: string,
  cryptography: Keyed,
): { readonly heads: readonly ExportedHead[] } | { readonly faultyLine: number } {
  const heads = text
    .trim()
    .split('\n')
    .map((line) => readLine(line, cryptography));
  const faulty = heads.indexOf(undefined);
  return faulty === -1 ? { heads: heads.filter((head) => head !== undefined) } : { faultyLine: faulty + 1 };
}

function readLine(line: string, cryptography: Keyed): ExportedHead | undefined {
  const result = z.safeParse(Line, parse(line));
  if (!result.success) return undefined;
  const { mac, ...head } = result.data;
  if (mac !== macOf(head, cryptography)) return undefined;
  const { tenant, position, hash, at } = head;
  return { tenantId: tenant, position, hash: unhex(hash), at: new Date(at) };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function macOf({ tenant, position, hash, at }: Head, { keyedHash }: Keyed): string {
  return hex(keyedHash(`audit head ${JSON.stringify([tenant, position, hash, at])}`));
}

async function readLastEntries(transaction: Transaction) {
  const { rows } = await sql<Omit<ExportedHead, 'at'>>`
    select t.id as "tenantId", a.position, a.hash
    from tenants t cross join lateral (
      select position, hash from audit where tenant_id = t.id order by position desc limit 1
    ) a
    order by t.id
  `.execute(transaction);
  return rows;
}
