// Cursors of the list of applications: the id of the last entry of a page, written so that nobody comes to
// rely on it.

import { refuseValues } from '../http/problems.ts';
import { isId } from '../identifiers.ts';

export function cursorAfter(id: string): string {
  return btoa(id).replace(/=+$/, '');
}

/** @throws Refusal when a cursor is none of ours */
export function readCursor(cursor: string): string {
  const id = /^[A-Za-z0-9+/]+$/.test(cursor) && cursor.length % 4 !== 1 ? atob(cursor) : '';
  if (isId(id)) return id;
  throw refuseValues({
    pointer: '?cursor',
    code: 'invalid_cursor',
    message: 'Hand cursors back as they came.',
  });
}
