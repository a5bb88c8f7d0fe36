// What a server says of itself.

import { sql } from 'kysely';
import type { ENDPOINTS } from '@lintas/contract';
import { openapiDocument } from '@lintas/contract/openapi';
import type { Dependencies } from '../dependencies.ts';
import type { Handler } from '../http/call.ts';

type Calls = typeof ENDPOINTS;

/** Answers when the database does; otherwise its error becomes a 503. */
export function getHealth({ database, version }: Dependencies): Handler<Calls['getHealth']> {
  return {
    for: 'anyone',
    async handle() {
      await database.atGate((transaction) => sql`select 1`.execute(transaction));
      return { body: { status: 'ok', version } };
    },
  };
}

export function getOpenapi(): Handler<Calls['getOpenapi']> {
  const openapi = openapiDocument();
  return { for: 'anyone', handle: () => Promise.resolve({ body: openapi }) };
}
