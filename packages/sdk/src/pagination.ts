// Lists as one long iteration: pages are fetched when the reader gets there.

import type { Page } from '@lintas/contract/core';
import { UnexpectedAnswerError } from './errors.ts';

/**
 * Goes through all entries of a list.
 *
 * @param fetchPage Gets the page that starts at a cursor, the first one without.
 */
export async function* eachEntry<Entry>(
  fetchPage: (cursor: string | undefined) => Promise<Page<Entry>>,
): AsyncGenerator<Entry, void, undefined> {
  for (let cursor: string | undefined; ;) {
    const { data, page } = await fetchPage(cursor);
    yield* data;
    if (page.next === null) return;
    // Would go round for ever.
    if (page.next === cursor) throw new UnexpectedAnswerError('A page names itself as the next.');
    cursor = page.next;
  }
}
