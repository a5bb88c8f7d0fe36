// Who proves what with which header.

import { SCOPES, type Auth, type Scope } from '../core/index.ts';

const SCOPE_MEANINGS: Readonly<Record<Scope, string>> = {
  'applications:read': 'list and read your applications and their events',
  'applications:write': 'register applications and append events',
  'documents:read': 'read the documents of your applications',
  'verifications:write': 'review documents for which a consent or an assignment lives',
  'surveys:write': 'take the answers to your questionnaires home, and erase them',
};

export const SECURITY_SCHEMES = {
  publishableKey: {
    type: 'apiKey',
    in: 'header',
    name: 'Lintas-Key',
    description: 'A page: its publishable key `pk_…`, from an origin that the key allows.',
  },
  session: {
    type: 'http',
    scheme: 'bearer',
    description:
      'A person: the token of the case that they opened. It ends after 15 idle minutes; keep it in memory only.',
  },
  secretKey: {
    type: 'http',
    scheme: 'bearer',
    description: `A system: its secret key \`sk_…\`, never in a browser. Scopes: ${SCOPES.map(
      (scope) => `\`${scope}\` to ${SCOPE_MEANINGS[scope]}`,
    ).join('; ')}.`,
  },
} as const;

/** The security requirement of a call; the empty list means that anybody may call. */
export function securityOf(auth: Auth): readonly Partial<Record<keyof typeof SECURITY_SCHEMES, string[]>>[] {
  switch (auth) {
    case 'none':
      return [];
    case 'publishable':
      return [{ publishableKey: [] }];
    case 'session':
      return [{ session: [] }];
    case 'applications:read':
    case 'applications:write':
    case 'documents:read':
    case 'verifications:write':
    case 'surveys:write':
      return [{ secretKey: [auth] }];
  }
}
