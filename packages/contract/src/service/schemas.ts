// What a server says of itself.

import * as z from 'zod/mini';

/** How the service is: `ok`. A server that cannot answer says so with a 503 problem. */
export const Health = z.object({ status: z.string(), version: z.string() });
export type Health = z.infer<typeof Health>;

/** The OpenAPI 3.1 document. */
export const OpenapiDocument = z.looseObject({ openapi: z.string() });
export type OpenapiDocument = z.infer<typeof OpenapiDocument>;

/** JSON Web Key Set (RFC 7517) of the keys that the server signs with. */
export const KeySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });
export type KeySet = z.infer<typeof KeySet>;
