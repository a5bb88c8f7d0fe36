// Announcing a document and taking it back, as a person's page does.

import type { ENDPOINTS } from '@lintas/contract';
import type { Dependencies } from '../dependencies.ts';
import type { Handler } from '../http/call.ts';
import { announceDocument } from './announce.ts';
import { documentView } from './views.ts';

type Calls = typeof ENDPOINTS;

export function createDocument(dependencies: Dependencies): Handler<Calls['createDocument']> {
  return {
    for: 'person',
    async handle({ body, person, transaction, origin }) {
      const row = await announceDocument(transaction, person, { input: body }, dependencies);
      return { body: documentView(row, origin) };
    },
  };
}
