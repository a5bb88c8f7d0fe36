// Issues and takes back the signed statement that a file was accepted.

import { ATTESTATION_TYPE, type AttestationClaims } from '@lintas/contract';
import { SignJWT } from 'jose';
import type { Transaction } from '../../db/database.ts';
import type { Dependencies } from '../../dependencies.ts';
import { hex, newId } from '../../identifiers.ts';
import type { DocumentRow } from '../store.ts';
import { ALGORITHM, type SigningKey } from './signing-keys.ts';

/** Who accepted a document. */
export interface AttestingVerifier {
  readonly by: 'authority' | 'partner';
  readonly id: string;
}

/** In the transaction in which the document is accepted. */
export async function issueAttestation(
  transaction: Transaction,
  row: DocumentRow,
  verifier: AttestingVerifier,
  key: SigningKey,
  { clock, cryptography }: Pick<Dependencies, 'clock' | 'cryptography'>,
): Promise<void> {
  if (row.sha256 === null) throw new Error('A document that is whole has its SHA-256.');
  const now = new Date(clock());
  const claims: AttestationClaims = {
    jti: newId(clock, cryptography),
    iss: row.tenant_id,
    iat: Math.floor(now.getTime() / 1000),
    sha256: hex(row.sha256),
    kind: row.kind,
    by: verifier.by,
    verifier: verifier.id,
  };
  const jws = await new SignJWT({ ...claims })
    .setProtectedHeader({ alg: ALGORITHM, kid: key.id, typ: ATTESTATION_TYPE })
    .sign(key.privateKey);
  await transaction
    .insertInto('attestations')
    .values({
      id: claims.jti,
      tenant_id: row.tenant_id,
      document_id: row.id,
      sha256: row.sha256,
      kind: row.kind,
      by: verifier.by,
      verifier: verifier.id,
      issued_at: now,
      revoked_at: null,
      jws,
    })
    .execute();
}

/** Nothing that was said of a document before holds once somebody decides anew. */
export async function revokeAttestationsOf(
  transaction: Transaction,
  { id }: Pick<DocumentRow, 'id'>,
  now: Date,
): Promise<void> {
  await transaction
    .updateTable('attestations')
    .set({ revoked_at: now })
    .where('document_id', '=', id)
    .where('revoked_at', 'is', null)
    .execute();
}
