// The tables as Kysely sees them. The SQL in migrations/ is what counts; this mirrors it.

import type {
  Answers,
  CaseEvent,
  CaseState,
  DocumentKind,
  DocumentReason,
  DocumentRequirementInput,
  DocumentSide,
  DocumentState,
  I18nText,
  LegalHelp,
  Scope,
  Status,
  Survey,
  VerificationMethod,
  VerificationResult,
  Verifier,
} from '@lintas/contract';
import type { ColumnType, Generated, JSONColumnType } from 'kysely';

/** A column that PostgreSQL answers as `Date` and takes as `Date`. */
type Timestamp = ColumnType<Date, Date, Date>;

/** An organisation: an authority that has cases, or a partner whose pages show them. */
export interface TenantsTable {
  id: string;
  kind: 'authority' | 'partner';
  name: JSONColumnType<I18nText>;
  /** The two symbols that an authority's references begin with; `null` for partners. */
  issuer: string | null;
  legal_help: JSONColumnType<LegalHelp[]>;
  /** What a partner may do beside showing cases: `verifier` reviews documents. */
  roles: Generated<string[]>;
  created_at: Timestamp;
}

/** A publishable or secret key. Only its SHA-256 is stored. */
export interface KeysTable {
  id: string;
  tenant_id: string;
  kind: 'publishable' | 'secret';
  hash: Uint8Array;
  scopes: Scope[];
  /** Exact origins of a publishable key, for example `https://help.example.org`. */
  origins: string[];
  demo: boolean;
  expires_at: Timestamp | null;
  revoked_at: Timestamp | null;
  created_at: Timestamp;
}

/** What an authority registered once and does not change by events. */
export interface ApplicationFacts {
  subKind?: string | undefined;
  officialCode?: string | undefined;
  applicant: { initials: string; nationality?: string | undefined; dependants?: number | undefined };
  procedure?: { id: string; version: string } | undefined;
  relatedReferences: string[];
  retentionUntil?: string | undefined;
}

export interface ApplicationsTable {
  id: string;
  tenant_id: string;
  reference: string;
  /** argon2id of the PIN, in PHC string format. */
  pin_hash: string;
  external_id: string | null;
  kind: string;
  office: string | null;
  filed_at: Timestamp;
  facts: JSONColumnType<ApplicationFacts>;
  /** The fold of all events. `status` repeats a part of it for the index. */
  state: JSONColumnType<CaseState>;
  status: Status;
  created_at: Timestamp;
  updated_at: Timestamp;
  source_synced_at: Timestamp;
}

export interface EventsTable {
  application_id: string;
  tenant_id: string;
  seq: number;
  event: JSONColumnType<CaseEvent>;
  created_at: Timestamp;
}

/** A person's opened case. Only the SHA-256 of the token is stored. */
export interface SessionsTable {
  token_hash: Uint8Array;
  tenant_id: string;
  application_id: string;
  /** The page's key that the session was opened with; revoking it ends the session. */
  key_id: string;
  expires_at: Timestamp;
  ends_at: Timestamp;
  created_at: Timestamp;
  /** Until when documents may be downloaded, after the code was given once more. */
  stepped_up_until: Timestamp | null;
}

/** Failed tries in one dimension of the limiter. Keys are keyed hashes, never an address or a reference. */
export interface TriesTable {
  bucket: Uint8Array;
  failures: number;
  window_started_at: Timestamp;
  next_allowed_at: Timestamp;
}

/** First answers of POSTs, kept for 24 h, encrypted with a key that only the caller's Idempotency-Key yields. */
export interface IdempotencyTable {
  key_hash: Uint8Array;
  tenant_id: string;
  request_hash: Uint8Array;
  status: number;
  sealed_answer: Uint8Array;
  created_at: Timestamp;
}

/** Who did what to a case; a hash chain per tenant. */
export interface AuditTable {
  tenant_id: string;
  /** From 1, without gap. This and the hashes are given by the database. */
  position: Generated<number>;
  at: Timestamp;
  /** `key:<id>`, `session` or `system`. */
  actor: string;
  action: string;
  application_id: string | null;
  document_id: string | null;
  previous_hash: Generated<Uint8Array>;
  hash: Generated<Uint8Array>;
}

/** Wake-ups to be sent after commit. */
export interface OutboxTable {
  id: Generated<number>;
  topic: string;
  created_at: Timestamp;
}

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
  created_at: Timestamp;
  updated_at: Timestamp;
  received_at: Timestamp | null;
  expires_at: Timestamp | null;
  work_until: Timestamp | null;
  sweep_at: Timestamp | null;
  claimed_by: string | null;
  claimed_until: Timestamp | null;
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
}

export interface ConsentsTable {
  id: string;
  tenant_id: string;
  application_id: string;
  partner_id: string;
  purpose: string;
  language: string;
  text_version: string;
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
  document_id: string;
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

export interface SurveysTable {
  id: string;
  tenant_id: string;
  version: number;
  survey: JSONColumnType<Survey>;
  population: number | null;
  closes_at: Timestamp | null;
  retention_days: number;
  min_cell: number;
  token_key: Uint8Array | null;
  sealed_token_key: Uint8Array | null;
  published_at: Timestamp;
}

export interface SurveyGrantsTable {
  tenant_id: string;
  survey_id: string;
  version: number;
  holder: Uint8Array;
  blinded: Uint8Array;
}

export interface SurveyTokensTable {
  tenant_id: string;
  survey_id: string;
  version: number;
  message: Uint8Array;
}

export interface SurveyResponsesTable {
  tenant_id: string;
  survey_id: string;
  receipt: Uint8Array;
  version: number;
  /** Day in UTC, `2026-03-01`. */
  day: string;
  language: string;
  answers: JSONColumnType<Answers>;
}

export interface SurveyTextsTable {
  tenant_id: string;
  survey_id: string;
  receipt: Uint8Array;
  question: string;
  version: number;
  day: string;
  language: string;
  text: string;
}

export interface SurveyCountsTable {
  tenant_id: string;
  survey_id: string;
  version: number;
  question: string;
  value: string;
  day: string;
  n: number;
}

export interface Tables {
  tenants: TenantsTable;
  keys: KeysTable;
  applications: ApplicationsTable;
  events: EventsTable;
  sessions: SessionsTable;
  tries: TriesTable;
  idempotency: IdempotencyTable;
  audit: AuditTable;
  outbox: OutboxTable;
  requirements: RequirementsTable;
  documents: DocumentsTable;
  segments: SegmentsTable;
  verifications: VerificationsTable;
  consents: ConsentsTable;
  assignments: AssignmentsTable;
  attestations: AttestationsTable;
  signing_keys: SigningKeysTable;
  surveys: SurveysTable;
  survey_grants: SurveyGrantsTable;
  survey_tokens: SurveyTokensTable;
  survey_responses: SurveyResponsesTable;
  survey_texts: SurveyTextsTable;
  survey_counts: SurveyCountsTable;
}
