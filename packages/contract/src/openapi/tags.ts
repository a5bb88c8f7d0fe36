// Calls by who makes them.

import type { Endpoint } from '../core/index.ts';

export const TAGS = [
  { name: 'status', description: 'For a page: a person opens their case and follows it.' },
  {
    name: 'applications',
    description: 'For an authority: register applications and say what happens to them.',
  },
  {
    name: 'documents',
    description: 'For a page: a person hands in documents and follows what becomes of them.',
  },
  { name: 'reviews', description: 'For a partner or an authority: review documents, and confirm them.' },
  { name: 'surveys', description: 'Questionnaires: read, answer, and see what all said together.' },
  { name: 'metrics', description: 'For anybody: how people were served, in published figures.' },
  { name: 'service', description: 'For anybody: what a server says of itself.' },
] as const;

/** Paths of the documents capability. */
const DOCUMENTS =
  /^\/v1\/(documents|requirements|uploads|consents|audit|verifications|attestations)\b|step-up$|documents$/;

export function tagOf({ auth, path }: Pick<Endpoint, 'auth' | 'path'>): (typeof TAGS)[number]['name'] {
  if (DOCUMENTS.test(path)) return auth.includes(':') ? 'reviews' : 'documents';
  if (path.startsWith('/v1/surveys')) return 'surveys';
  if (path.startsWith('/v1/metrics')) return 'metrics';
  if (auth === 'none') return 'service';
  return auth === 'publishable' || auth === 'session' ? 'status' : 'applications';
}
