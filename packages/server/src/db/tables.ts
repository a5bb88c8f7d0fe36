// The tables as Kysely sees them. The SQL in migrations/ is what counts; this mirrors it.

import type { CaseEvent, CaseState, I18nText, LegalHelp, Scope, Status } from '@lintas/contract';
import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely';
import type { Timestamp } from './columns.ts';
import type {
  RequirementsTable,
  DocumentsTable,
  ErasedDocumentsTable,
  SegmentsTable,
  VerificationsTable,
  ConsentsTable,
  AssignmentsTable,
  AttestationsTable,
  SigningKeysTable,
} from './document-tables.ts';
import type {
  SurveysTable,
  SurveyGrantsTable,
  SurveyTokensTable,
  SurveyResponsesTable,
  SurveyTextsTable,
  SurveyCountsTable,
} from './survey-tables.ts';

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
  /** From which a secret key may be used, in the notation of CIDR; `null` for anywhere. */
  networks: string[] | null;
  demo: boolean;
  expires_at: Timestamp | null;
  revoked_at: Timestamp | null;
  /** To the hour. */
  last_used_at: Timestamp | null;
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
  /** The last day on which it is kept, out of the facts. */
  retention_until: GeneratedAlways<string | null>;
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
  /** What `next_allowed_at` was before the last try, which may be given back. */
  previous_allowed_at: Generated<Timestamp>;
}

/** First answers of POSTs, kept for 24 h, encrypted with a key that only the caller's Idempotency-Key yields. */
export interface IdempotencyTable {
  key_hash: Uint8Array;
  tenant_id: string;
  request_hash: Uint8Array;
  status: number;
  sealed_answer: Uint8Array;
  /** Id of the call, or of what it made. */
  about: string | null;
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

/** One row at most, and none for the roles of requests. */
export interface InstallationTable {
  single: Generated<boolean>;
  /** A hash of something known with the installation's key: it tells the key from others and gives nothing of it away. */
  key_fingerprint: Uint8Array;
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
  erased_documents: ErasedDocumentsTable;
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
  installation: InstallationTable;
}
