// The calls that carry bytes: tus 1.0. Standard clients go on from a document's `uploadUrl`; those that cannot do
// without creation have it here.

import { endpoint, type ProblemCode } from '../core/index.ts';
import { TUS_BYTES } from './tus.ts';

const UPLOAD_PROBLEMS = ['tus-version', 'upload-gone'] as const satisfies readonly ProblemCode[];

export const describeUploads = endpoint({
  id: 'describeUploads',
  summary: 'Ask which version and extensions of tus are spoken',
  method: 'OPTIONS',
  path: '/v1/uploads',
  auth: 'none',
  bytes: {
    answerHeaders: [
      'Tus-Resumable',
      'Tus-Version',
      'Tus-Extension',
      'Tus-Max-Size',
      'Tus-Checksum-Algorithm',
    ],
  },
});

export const createUpload = endpoint({
  id: 'createUpload',
  summary: 'Create a document by tus creation, with its first bytes or without',
  method: 'POST',
  path: '/v1/uploads',
  auth: 'session',
  status: 201,
  bytes: {
    body: TUS_BYTES,
    headers: ['Tus-Resumable', 'Upload-Length', 'Upload-Metadata', 'Upload-Checksum'],
    answerHeaders: ['Tus-Resumable', 'Location', 'Upload-Offset', 'Upload-Expires'],
  },
  problems: [
    ...UPLOAD_PROBLEMS,
    'invalid-request',
    'unsupported-media-type',
    'body-too-large',
    'file-not-taken',
    'too-many-documents',
    'checksum-mismatch',
  ],
});

export const getUpload = endpoint({
  id: 'getUpload',
  summary: 'Ask how many bytes of an upload are safely here',
  method: 'HEAD',
  path: '/v1/uploads/{id}',
  auth: 'session',
  status: 200,
  bytes: {
    headers: ['Tus-Resumable'],
    answerHeaders: ['Tus-Resumable', 'Upload-Offset', 'Upload-Length', 'Upload-Expires'],
  },
  problems: UPLOAD_PROBLEMS,
});

export const appendToUpload = endpoint({
  id: 'appendToUpload',
  summary: 'Append bytes to an upload; what is acknowledged is durable',
  method: 'PATCH',
  path: '/v1/uploads/{id}',
  auth: 'session',
  status: 204,
  bytes: {
    body: TUS_BYTES,
    headers: ['Tus-Resumable', 'Upload-Offset', 'Upload-Checksum'],
    answerHeaders: ['Tus-Resumable', 'Upload-Offset', 'Upload-Expires'],
  },
  problems: [
    ...UPLOAD_PROBLEMS,
    'invalid-request',
    'unsupported-media-type',
    'body-too-large',
    'offset-mismatch',
    'upload-busy',
    'checksum-mismatch',
  ],
});

export const deleteUpload = endpoint({
  id: 'deleteUpload',
  summary: 'Give an upload up: its bytes are erased everywhere',
  method: 'DELETE',
  path: '/v1/uploads/{id}',
  auth: 'session',
  status: 204,
  bytes: { headers: ['Tus-Resumable'], answerHeaders: ['Tus-Resumable'] },
  problems: [...UPLOAD_PROBLEMS, 'document-in-use'],
});
