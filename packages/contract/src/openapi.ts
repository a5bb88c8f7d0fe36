// The OpenAPI 3.1 document, generated from the endpoint table and its schemas. A separate entry, because
// neither a page nor the SDK needs it.

import { ENDPOINTS } from './endpoints.ts';
import type { Endpoint } from './core/index.ts';
import { HEADERS } from './openapi/headers.ts';
import { operationOf } from './openapi/operations.ts';
import { PROBLEM_EXAMPLES } from './openapi/problems.ts';
import { componentSchemas } from './openapi/schemas.ts';
import { SECURITY_SCHEMES } from './openapi/security.ts';
import { TAGS } from './openapi/tags.ts';
import type { OpenapiDocument } from './service/schemas.ts';

const DESCRIPTION = `Authorities publish what happens to a case once; every partner's website shows it.

- **Open on read, strict on write.** A request with an unknown field or value is refused. Answers grow: a
  client ignores unknown fields, and has a plain text for a value that it does not know.
- **Errors** are \`application/problem+json\` (RFC 9457) with a stable \`type\`. Every answer carries a \`Request-Id\`.
- **Lists** come in pages: \`page.next\` is the \`cursor\` of the following page, or \`null\` at the end.
- **A \`POST\`** takes an \`Idempotency-Key\`: sent again with the same body within 24 hours, it answers what it
  answered first.
- **Instants** are RFC 3339 in UTC; deadlines carry their time zone. Text that people read comes in several
  languages, each with the level of review that its translation had.
- **References, PINs and tokens** never stand in an address.`;

/** Builds the document. The same every time, so that a change of the contract shows in a review. */
export function openapiDocument(): OpenapiDocument {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Lintas',
      version: '1',
      description: DESCRIPTION,
      license: { name: 'Apache License 2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/', description: 'The server that answers this document.' }],
    tags: TAGS,
    paths: paths(Object.values(ENDPOINTS)),
    components: {
      securitySchemes: SECURITY_SCHEMES,
      headers: HEADERS,
      examples: PROBLEM_EXAMPLES,
      schemas: componentSchemas(),
    },
  };
}

/** Operations by path, then by method. */
function paths(calls: readonly Endpoint[]): Record<string, Record<string, unknown>> {
  const byPath: Record<string, Record<string, unknown>> = {};
  for (const call of calls) {
    (byPath[call.path] ??= {})[call.method.toLowerCase()] = operationOf(call);
  }
  return byPath;
}
