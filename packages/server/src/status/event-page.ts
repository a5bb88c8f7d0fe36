// One page of a case's log.

import type { EventsQuery, Page, StatusEvent } from '@lintas/contract';
import type { Transaction } from '../db/database.ts';
import type { Frozen } from '../http/call.ts';
import { readPage } from '../pagination.ts';
import { listEvents } from './store.ts';
import { eventView } from './views.ts';

/** More than of a list: a log is read whole. */
const DEFAULT_LIMIT = '100';

/** `next` of the page is what `after` of the following one has to be. */
export async function readEventPage(
  transaction: Transaction,
  applicationId: string,
  query: EventsQuery,
  reader: 'person' | 'system',
): Promise<Page<Frozen<StatusEvent>>> {
  const after = Number(query.after ?? 0);
  const { rows, page } = await readPage(
    query.limit ?? DEFAULT_LIMIT,
    (limit) => listEvents(transaction, applicationId, { after, limit, reader }),
    ({ seq }) => String(seq),
  );
  return { data: rows.map(eventView), page };
}
