// Issues, lists and revokes keys. For the operator: runs as the owner of the tables.

import type { Scope } from '@lintas/contract';
import type { Selectable } from 'kysely';
import type { Transaction } from '../db/database.ts';
import type { KeysTable } from '../db/tables.ts';
import type { Dependencies } from '../dependencies.ts';
import { hex, newId } from '../identifiers.ts';

/** 192 random bits. */
const SECRET_BYTES = 24;

export interface KeyRequest {
  readonly tenantId: string;
  readonly kind: 'publishable' | 'secret';
  readonly scopes?: readonly Scope[];
  readonly origins?: readonly string[];
  /** From which a secret key may be used, see `isNetwork`; without any, from anywhere. */
  readonly networks?: readonly string[];
  readonly expiresAt?: Date | undefined;
  /** Of the demonstration: the text is known to everybody, and only a demonstration server takes it. */
  readonly demonstration?: string;
}

/** A new key. `text` is what callers send; it is stored nowhere. */
export interface IssuedKey {
  readonly id: string;
  readonly text: string;
}

type Tools = Pick<Dependencies, 'clock' | 'cryptography'>;

export async function issueKey(
  transaction: Transaction,
  request: KeyRequest,
  tools: Tools,
): Promise<IssuedKey> {
  const { tenantId, kind, scopes = [], origins = [], networks, expiresAt, demonstration } = request;
  const { clock, cryptography } = tools;
  const prefix = kind === 'publishable' ? 'pk_live_' : 'sk_live_';
  const text = demonstration ?? prefix + hex(cryptography.randomBytes(SECRET_BYTES));
  const id = newId(clock, cryptography);
  await transaction
    .insertInto('keys')
    .values({
      id,
      tenant_id: tenantId,
      kind,
      hash: cryptography.sha256(text),
      scopes: [...scopes],
      origins: [...origins],
      networks: networks ? [...networks] : null,
      demo: demonstration !== undefined,
      expires_at: expiresAt ?? null,
      revoked_at: null,
      last_used_at: null,
      created_at: new Date(clock()),
    })
    .execute();
  return { id, text };
}

export type KeyRow = Omit<Selectable<KeysTable>, 'hash'>;

export async function listKeys(transaction: Transaction): Promise<KeyRow[]> {
  return transaction
    .selectFrom('keys')
    .select([
      'id',
      'tenant_id',
      'kind',
      'scopes',
      'origins',
      'networks',
      'demo',
      'expires_at',
      'revoked_at',
      'last_used_at',
      'created_at',
    ])
    .orderBy('id')
    .execute();
}

/** Ends a key, and with it every session that its pages opened. Resolves to whether there was such a key. */
export async function revokeKey(transaction: Transaction, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('keys')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Whether a text is an origin as browsers send it: scheme, host and port, nothing after. None stands for several. */
export function isOrigin(text: string): boolean {
  if (!/^https?:[^*]+$/.test(text)) return false;
  return URL.canParse(text) && new URL(text).origin === text;
}
