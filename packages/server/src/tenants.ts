// Organisations: authorities, which have cases, and partners, whose pages show them.

import type { I18nText, LegalHelp } from '@lintas/contract';
import type { Selectable } from 'kysely';
import type { Transaction } from './db/database.ts';
import type { TenantsTable } from './db/tables.ts';

export interface NewTenant {
  readonly id: string;
  readonly kind: 'authority' | 'partner';
  readonly name: I18nText;
  /** For authorities: the two symbols that their references begin with. */
  readonly issuer?: string | undefined;
  readonly legalHelp?: readonly LegalHelp[] | undefined;
  /** For partners: `verifier` reviews documents. */
  readonly roles?: readonly PartnerRole[] | undefined;
}

/** What a partner may do beside showing cases. */
export const PARTNER_ROLES = ['verifier'] as const;
export type PartnerRole = (typeof PARTNER_ROLES)[number];

/** Runs as the owner of the tables. Resolves to whether the tenant is new: no other has its id or its issuer. */
export async function createTenant(transaction: Transaction, tenant: NewTenant, now: Date): Promise<boolean> {
  const { id, kind, name, issuer, legalHelp = [], roles = [] } = tenant;
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('tenants')
    .values({
      id,
      kind,
      name: JSON.stringify(name),
      issuer: issuer ?? null,
      legal_help: JSON.stringify(legalHelp),
      roles: [...roles],
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** What may be another thing later; an id and an issuer are in references and keys. */
export type TenantChange = Partial<Pick<NewTenant, 'name' | 'roles'>>;

/** Runs as the owner of the tables. What is not given stays. */
export async function changeTenant(
  transaction: Transaction,
  id: string,
  { name, roles }: TenantChange,
): Promise<void> {
  await transaction
    .updateTable('tenants')
    .set({ ...(name && { name: JSON.stringify(name) }), ...(roles && { roles: [...roles] }) })
    .where('id', '=', id)
    .execute();
}

export async function findTenant(
  transaction: Transaction,
  id: string,
): Promise<Selectable<TenantsTable> | undefined> {
  return transaction.selectFrom('tenants').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function listTenantIds(transaction: Transaction): Promise<string[]> {
  const rows = await transaction.selectFrom('tenants').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}
