// Asking whether a file was confirmed, and taking a confirmation back.

import type { Attestation, DocumentKind, ENDPOINTS, I18nText, Verifier } from '@lintas/contract';
import { sql } from 'kysely';
import { recordAudit } from '../../db/audit.ts';
import type { Transaction } from '../../db/database.ts';
import type { Dependencies } from '../../dependencies.ts';
import type { Frozen, Handler } from '../../http/call.ts';
import { Refusal } from '../../http/problems.ts';
import { listPublicKeys } from './signing-keys.ts';

type Calls = typeof ENDPOINTS;

/** The public keys that attestations can be checked with. */
export function getJwks({ database }: Dependencies): Handler<Calls['getJwks']> {
  return {
    for: 'anyone',
    async handle() {
      const keys = await database.atGate(listPublicKeys);
      return { body: { keys: keys.map((key) => ({ ...key, kty: key.kty ?? 'OKP' })) } };
    },
  };
}

export function checkAuthenticity({ database }: Dependencies): Handler<Calls['checkAuthenticity']> {
  return {
    for: 'page',
    async handle({ body }) {
      const sha256 = Uint8Array.from(body.sha256.match(/../g) ?? [], (digits) => parseInt(digits, 16));
      const attestations = await database.atGate((transaction) => findAttestations(transaction, sha256));
      return { body: { attestations } };
    },
  };
}

export function revokeAttestation(dependencies: Dependencies): Handler<Calls['revokeAttestation']> {
  const { database, clock } = dependencies;
  return {
    for: 'integration',
    async handle({ params, system, once }) {
      const tenantId = await database.atGate((transaction) =>
        findTenantOf(transaction, params.id, system.tenantId),
      );
      return once(tenantId, async (transaction) => {
        const now = new Date(clock());
        const row = await transaction
          .selectFrom('attestations')
          // Also what was said of the file of an erased case can be taken back.
          .leftJoin('documents', (join) =>
            join
              .onRef('documents.tenant_id', '=', 'attestations.tenant_id')
              .onRef('documents.id', '=', 'attestations.document_id'),
          )
          .select(['documents.application_id', 'documents.id as document_id', 'attestations.revoked_at'])
          .where('attestations.id', '=', params.id)
          .executeTakeFirst();
        if (!row) throw new Refusal('not-found');
        if (row.revoked_at !== null) return {};
        await transaction
          .updateTable('attestations')
          .set({ revoked_at: now })
          .where('id', '=', params.id)
          .execute();
        await recordAudit(transaction, {
          tenantId,
          at: now,
          actor: `key:${system.keyId}`,
          action: 'attestation.revoke',
          applicationId: row.application_id ?? undefined,
          documentId: row.document_id ?? undefined,
        });
        return {};
      });
    },
  };
}

interface FoundAttestation {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly authority: I18nText;
  readonly by: Verifier;
  readonly verifier: I18nText;
  readonly issuedAt: Date;
  readonly revokedAt: Date | null;
  readonly jws: string;
}

async function findAttestations(
  transaction: Transaction,
  sha256: Uint8Array,
): Promise<Frozen<Attestation>[]> {
  const { rows } = await sql<FoundAttestation>`
    select id, kind, authority, by, verifier, issued_at as "issuedAt", revoked_at as "revokedAt", jws
    from find_attestations(${sha256})
  `.execute(transaction);
  return rows.map(({ issuedAt, revokedAt, ...rest }) => ({
    ...rest,
    issuedAt: issuedAt.toISOString(),
    revokedAt: revokedAt?.toISOString(),
  }));
}

async function findTenantOf(transaction: Transaction, id: string, caller: string): Promise<string> {
  const { rows } = await sql<{ tenantId: string }>`
    select tenant_id as "tenantId" from find_attestation(${id}, ${caller})
  `.execute(transaction);
  const [found] = rows;
  if (!found) throw new Refusal('not-found');
  return found.tenantId;
}
