// The tables of documents as Kysely sees them (see migrations/0009-documents.sql and what follows it).

import type {
  DocumentKind,
  DocumentReason,
  DocumentRequirementInput,
  DocumentSide,
  DocumentState,
  VerificationMethod,
  VerificationResult,
  Verifier,
} from '@lintas/contract';
import type { JSONColumnType } from 'kysely';
import type { Timestamp } from './columns.ts';

/** One paper that a kind of application needs. */
export interface RequirementsTable {
  id: string;
  tenant_id: string;
  kind: string;
  position: number;
  requirement: JSONColumnType<DocumentRequirementInput>;
  updated_at: Timestamp;
}

/** A document and its upload. */
export interface DocumentsTable {
  id: string;
  tenant_id: string;
  application_id: string;
  requirement_id: string | null;
  kind: DocumentKind;
  side: DocumentSide;
  file_name: string | null;
  media_type: string;
  bytes: number;
  /** Bytes that are safely here. */
  received: number;
  sha256: Uint8Array | null;
  /** What a large file is announced with instead. */
  fingerprint: Uint8Array | null;
  mrz: string | null;
  state: DocumentState;
  reason: DocumentReason | null;
  pages: number | null;
  replaces: string | null;
  creation_key: Uint8Array | null;
  /** Keys in the blob store: the file as it was handed in, and the copy that reviewers see. */
  original: string | null;
  copy: string | null;
  copy_media_type: string | null;
  /** One of two shares of the key that its bytes are sealed with. */
  key_share: Uint8Array | null;
  created_at: Timestamp;
  updated_at: Timestamp;
  received_at: Timestamp | null;
  expires_at: Timestamp | null;
  work_until: Timestamp | null;
  sweep_at: Timestamp | null;
  claimed_by: string | null;
  claimed_until: Timestamp | null;
}

/** A document of an erased case, until its bytes are certainly gone, too. */
export interface ErasedDocumentsTable {
  document_id: string;
  erased_at: Timestamp;
  sweep_at: Timestamp;
}

/** A piece of an unfinished upload. */
export interface SegmentsTable {
  tenant_id: string;
  document_id: string;
  start: number;
  length: number;
  blob: string;
}

export interface VerificationsTable {
  id: string;
  tenant_id: string;
  document_id: string;
  by: Verifier;
  /** The organisation, where it was a human of one. */
  verifier: string | null;
  method: VerificationMethod;
  result: VerificationResult;
  reason: DocumentReason | null;
  at: Timestamp;
  /** SHA-256 of the file that was looked at. */
  evidence_hash: Uint8Array | null;
  /** What a partner's decision stood on, where it was a consent. */
  consent_id: string | null;
}

export interface ConsentsTable {
  id: string;
  tenant_id: string;
  application_id: string;
  partner_id: string;
  purpose: string;
  language: string;
  text_version: string;
  text_hash: Uint8Array | null;
  given_at: Timestamp;
  expires_at: Timestamp;
  withdrawn_at: Timestamp | null;
}

export interface AssignmentsTable {
  tenant_id: string;
  document_id: string;
  partner_id: string;
  until: Timestamp;
  created_at: Timestamp;
}

export interface AttestationsTable {
  id: string;
  tenant_id: string;
  /** `null` once the case was erased. */
  document_id: string | null;
  sha256: Uint8Array;
  kind: DocumentKind;
  by: Verifier;
  verifier: string;
  issued_at: Timestamp;
  revoked_at: Timestamp | null;
  jws: string;
}

export interface SigningKeysTable {
  /** `kid` of the signatures. */
  id: string;
  public_key: JSONColumnType<Record<string, string>>;
  sealed_private_key: Uint8Array;
  created_at: Timestamp;
  retired_at: Timestamp | null;
}
