// CSV (RFC 4180), one application a line: a line with a fault, an open quote above all, spoils no other.
// Columns are named after the fields of an application, a dot leads into a part: `applicant.initials`.

import { parse } from 'csv-parse/sync';
import { withoutGuard } from '../csv.ts';

/** Columns, in the order in which they are exported. */
export const COLUMNS = [
  'externalId',
  'kind',
  'subKind',
  'officialCode',
  'filedAt',
  'office',
  'applicant.initials',
  'applicant.nationality',
  'applicant.dependants',
  'status',
  'procedure.id',
  'procedure.version',
  'relatedReferences',
  'retentionUntil',
] as const;

const NUMBERS: readonly string[] = ['applicant.dependants'];
const LISTS: readonly string[] = ['relatedReferences'];
const LIST_SEPARATOR = ';';

/** The cells of a line, or `undefined` when it is not CSV. */
export function readCells(line: string): string[] | undefined {
  try {
    const [cells = []] = parse(line, { columns: false, relax_column_count: true });
    return cells;
  } catch {
    return undefined;
  }
}

/** An application out of the cells of its line. Empty cells are left out; what it may hold is checked later. */
export function composeRecord(columns: readonly string[], cells: readonly string[]): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const [index, column] of columns.entries()) {
    const cell = cells[index]?.trim() ?? '';
    if (cell === '') continue;
    const [name = '', part] = column.split('.');
    if (part === undefined) record[name] = valueOf(column, cell);
    else record[name] = { ...(isObject(record[name]) ? record[name] : {}), [part]: valueOf(column, cell) };
  }
  return record;
}

/** The text of a column, as {@link composeRecord} reads it. */
export function cellOf(record: unknown, column: string): string {
  const value = column
    .split('.')
    .reduce<unknown>((whole, name) => (isObject(whole) ? whole[name] : undefined), record);
  if (Array.isArray(value)) return value.join(LIST_SEPARATOR);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function valueOf(column: string, cell: string): unknown {
  const text = withoutGuard(cell);
  if (LISTS.includes(column)) return text.split(LIST_SEPARATOR).map((entry) => entry.trim());
  // Not a number: the schema says so, with the place.
  return NUMBERS.includes(column) && /^\d+$/.test(text) ? Number(text) : text;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
