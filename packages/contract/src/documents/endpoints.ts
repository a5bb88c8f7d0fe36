// The calls of a person's page about their documents.

import { endpoint, POST_PROBLEMS } from '../core/index.ts';
import { AccessPage } from './accesses.ts';
import { Authenticity, CheckAuthenticity } from './attestations.ts';
import { Consent, ConsentList, GiveConsent } from './consents.ts';
import { AccessQuery, CreateDocument, RequirementsQuery, StepUp } from './inputs.ts';
import { DocumentRequirementPage } from './requirements.ts';
import { Document, DocumentList } from './schemas.ts';

export const listRequirements = endpoint({
  id: 'listRequirements',
  summary: 'Read which documents a kind of application needs',
  method: 'GET',
  path: '/v1/requirements',
  auth: 'publishable',
  query: RequirementsQuery,
  answer: DocumentRequirementPage,
  etag: true,
  problems: ['invalid-request'],
});

export const createDocument = endpoint({
  id: 'createDocument',
  summary: 'Announce a document and get the address for its bytes',
  method: 'POST',
  path: '/v1/documents',
  auth: 'session',
  body: CreateDocument,
  status: 201,
  answer: Document,
  problems: [...POST_PROBLEMS, 'file-not-taken', 'too-many-documents'],
});

export const listDocuments = endpoint({
  id: 'listDocuments',
  summary: 'Read the documents of the opened case, and what it needs',
  method: 'GET',
  path: '/v1/documents',
  auth: 'session',
  answer: DocumentList,
  etag: true,
});

export const getDocument = endpoint({
  id: 'getDocument',
  summary: 'Read one document of the opened case',
  method: 'GET',
  path: '/v1/documents/{id}',
  auth: 'session',
  answer: Document,
});

export const withdrawDocument = endpoint({
  id: 'withdrawDocument',
  summary: 'Take a document back: its bytes are erased everywhere',
  method: 'DELETE',
  path: '/v1/documents/{id}',
  auth: 'session',
  problems: ['document-in-use'],
});

export const downloadDocument = endpoint({
  id: 'downloadDocument',
  summary: 'Download a document of the opened case, after the code was given once more',
  method: 'GET',
  path: '/v1/documents/{id}/content',
  auth: 'session',
  bytes: { answer: 'application/octet-stream' },
  problems: ['step-up-required'],
});

export const stepUp = endpoint({
  id: 'stepUp',
  summary: 'Give the code once more, to download documents for five minutes',
  method: 'POST',
  path: '/v1/status-sessions/current/step-up',
  auth: 'session',
  body: StepUp,
  problems: [...POST_PROBLEMS, 'lookup-failed'],
});

export const listConsents = endpoint({
  id: 'listConsents',
  summary: 'Read which partners may review the documents of the opened case, and who could be asked',
  method: 'GET',
  path: '/v1/consents',
  auth: 'session',
  answer: ConsentList,
});

export const giveConsent = endpoint({
  id: 'giveConsent',
  summary: 'Let a partner review the documents of the opened case',
  method: 'POST',
  path: '/v1/consents',
  auth: 'session',
  body: GiveConsent,
  status: 201,
  answer: Consent,
  problems: POST_PROBLEMS,
});

export const withdrawConsent = endpoint({
  id: 'withdrawConsent',
  summary: 'Take a consent back',
  method: 'DELETE',
  path: '/v1/consents/{id}',
  auth: 'session',
});

export const listAccesses = endpoint({
  id: 'listAccesses',
  summary: 'Read who did what with the opened case and its documents, newest first',
  method: 'GET',
  path: '/v1/audit',
  auth: 'session',
  query: AccessQuery,
  answer: AccessPage,
  problems: ['invalid-request'],
});

export const checkAuthenticity = endpoint({
  id: 'checkAuthenticity',
  summary: 'Ask whether a file was confirmed, by its SHA-256',
  method: 'POST',
  path: '/v1/attestations/check',
  auth: 'publishable',
  body: CheckAuthenticity,
  answer: Authenticity,
  problems: POST_PROBLEMS,
});
