// One page of a case's log.

import type { EventsQuery, Page, StatusEvent } from '@lintas/contract';
import type { Transaction } from '../db/database.ts';
import type { Frozen } from '../http/call.ts';
import { listEvents } from './store.ts';
import { eventView } from './views.ts';

const DEFAULT_LIMIT = 100;

/** `next` of the page is what `after` of the following one has to be. */
export async function readEventPage(
  transaction: Transaction,
  applicationId: string,
  query: EventsQuery,
  reader: 'person' | 'system',
): Promise<Page<Frozen<StatusEvent>>> {
  const limit = Number(query.limit ?? DEFAULT_LIMIT);
  const after = Number(query.after ?? 0);
  const events = await listEvents(transaction, applicationId, { after, limit: limit + 1, reader });
  const shown = events.slice(0, limit);
  const last = events.length > limit ? shown.at(-1) : undefined;
  return { data: shown.map(eventView), page: { next: last ? String(last.seq) : null } };
}
