// What a kind of application needs, as its authority wrote it down.

import { DEFAULT_LIMITS, type DocumentRequirementInput, type FileLimits } from '@lintas/contract';
import { sql } from 'kysely';
import type { Transaction } from '../db/database.ts';

/** The requirements of one kind of application, in the order in which they are shown. Within the tenant. */
export async function listRequirementsOf(
  transaction: Transaction,
  kind: string,
): Promise<DocumentRequirementInput[]> {
  const rows = await transaction
    .selectFrom('requirements')
    .select('requirement')
    .where('kind', '=', kind)
    .orderBy('position')
    .execute();
  return rows.map(({ requirement }) => requirement);
}

export async function findRequirement(
  transaction: Transaction,
  id: string,
): Promise<DocumentRequirementInput | undefined> {
  const row = await transaction
    .selectFrom('requirements')
    .select('requirement')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.requirement;
}

/** What a file has to be like, by its requirement or where none says anything. */
export function limitsOf(requirement: DocumentRequirementInput | undefined): FileLimits {
  return requirement ?? DEFAULT_LIMITS;
}

/** The requirements of all authorities, or of one, for a page. At the gate. */
export async function listPublicRequirements(
  transaction: Transaction,
  { kind, authority }: { readonly kind: string; readonly authority?: string | undefined },
): Promise<DocumentRequirementInput[]> {
  const { rows } = await sql<{ requirement: DocumentRequirementInput }>`
    select requirement from list_requirements(${kind}, ${authority ?? null})
  `.execute(transaction);
  return rows.map(({ requirement }) => requirement);
}

/** Writes what an authority asks for, in the order given, and forgets what it no longer asks for. As the owner. */
export async function writeRequirements(
  transaction: Transaction,
  tenantId: string,
  requirements: readonly DocumentRequirementInput[],
  now: Date,
): Promise<void> {
  await transaction.deleteFrom('requirements').where('tenant_id', '=', tenantId).execute();
  for (const [position, requirement] of requirements.entries()) {
    await transaction
      .insertInto('requirements')
      .values({
        id: requirement.id,
        tenant_id: tenantId,
        kind: requirement.kind,
        position,
        requirement: JSON.stringify(requirement),
        updated_at: now,
      })
      .execute();
  }
}
