// The least that tests of the database need to be in it.

import type { CaseState } from '@lintas/contract';
import type { Database } from '../../src/db/database.ts';

export const NOW = new Date('2026-03-02T03:00:00.000Z');

export async function insertTenant(database: Database, id: string): Promise<void> {
  const row = { id, kind: 'partner', name: '{}', issuer: null, legal_help: '[]', created_at: NOW } as const;
  await database.asOwner((transaction) => transaction.insertInto('tenants').values(row).execute());
}

export async function insertApplication(database: Database, tenantId: string, id: string): Promise<void> {
  await database.inTenant(tenantId, (transaction) =>
    transaction.insertInto('applications').values(applicationRow(tenantId, id)).execute(),
  );
}

export function applicationRow(tenantId: string, id: string) {
  const state: CaseState = {
    status: 'submitted',
    phase: 'sent',
    checks: [],
    tasks: [],
    estimate: null,
    payment: null,
    appointment: null,
    decision: null,
    seq: 0,
    lastMeaningfulChangeAt: NOW.toISOString(),
  };
  return {
    id,
    tenant_id: tenantId,
    reference: `ref-${id}`,
    pin_hash: 'none',
    external_id: null,
    kind: 'visa_visit',
    office: null,
    filed_at: NOW,
    facts: JSON.stringify({ applicant: { initials: 'A. B.' }, relatedReferences: [] }),
    state: JSON.stringify(state),
    status: 'submitted' as const,
    created_at: NOW,
    updated_at: NOW,
    source_synced_at: NOW,
  };
}

export async function insertKey(
  database: Database,
  tenantId: string,
  id: string,
  hash: Uint8Array,
): Promise<void> {
  const row = {
    id,
    tenant_id: tenantId,
    kind: 'publishable',
    hash,
    scopes: [],
    origins: ['https://help.example.org'],
    demo: false,
    expires_at: null,
    revoked_at: null,
    created_at: NOW,
  } as const;
  await database.asOwner((transaction) =>
    transaction
      .insertInto('keys')
      .values({ ...row, scopes: [...row.scopes], origins: [...row.origins] })
      .execute(),
  );
}
