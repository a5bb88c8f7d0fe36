// Calls by who makes them.

import type { Auth } from '../core/index.ts';

export const TAGS = [
  { name: 'status', description: 'For a page: a person opens their case and follows it.' },
  {
    name: 'applications',
    description: 'For an authority: register applications and say what happens to them.',
  },
  { name: 'service', description: 'For anybody: what a server says of itself.' },
] as const;

export function tagOf(auth: Auth): (typeof TAGS)[number]['name'] {
  if (auth === 'none') return 'service';
  return auth === 'publishable' || auth === 'session' ? 'status' : 'applications';
}
