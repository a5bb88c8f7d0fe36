// The calls that every server answers, whatever its capabilities.

import { endpoint } from '../core/index.ts';
import { Health, KeySet, OpenapiDocument } from './schemas.ts';

export const getHealth = endpoint({
  id: 'getHealth',
  summary: 'Ask whether the service and its database answer',
  method: 'GET',
  path: '/v1/health',
  auth: 'none',
  answer: Health,
});

export const getOpenapi = endpoint({
  id: 'getOpenapi',
  summary: 'Read this description',
  method: 'GET',
  path: '/v1/openapi.json',
  auth: 'none',
  answer: OpenapiDocument,
});

export const getJwks = endpoint({
  id: 'getJwks',
  summary: 'Read the public keys that this server signs with',
  method: 'GET',
  path: '/.well-known/jwks.json',
  auth: 'none',
  answer: KeySet,
});
