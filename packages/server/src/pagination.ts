// Lists come in pages. A page says where the next one starts, or that there is none.

import { refuseValues, type Refusal } from './http/problems.ts';
import { isId } from './identifiers.ts';

const DEFAULT_LIMIT = '50';

/** The rows of a page, and the end that every list's answer has. */
export interface PageOfRows<Row> {
  readonly rows: readonly Row[];
  readonly page: { readonly next: string | null };
}

/**
 * Reads one row more than the page holds: only a row that is there promises another page.
 *
 * @param limit as it stands in the query
 * @param readRows reads up to so many rows, from where the page starts
 * @param cursorAfter where the next page starts, after the last row of this one
 */
export async function readPage<Row>(
  limit: string = DEFAULT_LIMIT,
  readRows: (limit: number) => Promise<readonly Row[]>,
  cursorAfter: (last: Row) => string,
): Promise<PageOfRows<Row>> {
  const size = Number(limit);
  const read = await readRows(size + 1);
  const rows = read.slice(0, size);
  const last = read.length > size ? rows.at(-1) : undefined;
  return { rows, page: { next: last === undefined ? null : cursorAfter(last) } };
}

/** The cursor of what comes after an id, written so that nobody comes to rely on it. */
export function cursorAfterId(id: string): string {
  return btoa(id).replace(/=+$/, '');
}

/**
 * The id after which a page starts; none for the first page.
 *
 * @throws Refusal when a cursor is none of ours
 */
export function readIdCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const id = /^[A-Za-z0-9+/]+$/.test(cursor) && cursor.length % 4 !== 1 ? atob(cursor) : '';
  if (isId(id)) return id;
  throw refuseCursor();
}

/** For a cursor that is none of the list's own. */
export function refuseCursor(): Refusal {
  const message = 'Hand cursors back as they came.';
  return refuseValues({ pointer: '?cursor', code: 'invalid_cursor', message });
}
