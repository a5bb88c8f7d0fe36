// Turns the lines of a file into what an application is registered with, or into the reasons why not.

import type { FieldError } from '@lintas/contract';
import { COLUMNS, composeRecord, readCells } from './csv.ts';
import { readLines, type Line } from './lines.ts';

export type Format = 'ndjson' | 'csv';

/** A line of the file. */
export type Read =
  | { readonly line: number; readonly record: unknown }
  | { readonly line: number; readonly errors: readonly FieldError[] };

const WITH_SEMICOLONS =
  'Columns are separated by commas here, and the first line has semicolons. Save the file as CSV with commas, in UTF-8.';

/** The first line of a CSV file is not what it has to be, so no line can be read. */
export class HeaderError extends Error {
  override readonly name = 'HeaderError';
}

/** Blank lines are passed over. @throws HeaderError */
export async function* readRecords(
  chunks: AsyncIterable<Uint8Array>,
  format: Format,
): AsyncGenerator<Read, void, undefined> {
  let columns: readonly string[] | undefined;
  for await (const line of readLines(chunks)) {
    if (line.text?.trim() === '') continue;
    if (format === 'ndjson') yield readJson(line);
    else if (columns) yield readCsv(line, columns);
    else columns = readHeader(line);
  }
}

function readJson({ number, text }: Line): Read {
  if (text === undefined) return unreadable(number);
  try {
    return { line: number, record: JSON.parse(text) };
  } catch {
    return refused(number, 'malformed_json', 'This line is not valid JSON.');
  }
}

function readCsv({ number, text }: Line, columns: readonly string[]): Read {
  if (text === undefined) return unreadable(number);
  const cells = readCells(text);
  if (!cells)
    return refused(number, 'malformed_csv', 'This line is not valid CSV; a cell may not go over several.');
  if (cells.length !== columns.length) {
    const message = `This line has ${cells.length} cells instead of ${columns.length}.`;
    return refused(number, 'wrong_cell_count', message);
  }
  return { line: number, record: composeRecord(columns, cells) };
}

function readHeader({ text }: Line): string[] {
  const names = text === undefined ? undefined : readCells(text)?.map((cell) => cell.trim());
  const known: readonly string[] = COLUMNS;
  const strange = names?.findIndex((name, index) => !known.includes(name) || names.indexOf(name) !== index);
  if (names && strange === -1) return names;
  // No name of a column has one: a spreadsheet of a place where numbers have a decimal comma wrote the file.
  if (text?.includes(';')) throw new HeaderError(WITH_SEMICOLONS);
  const place = strange === undefined ? '' : ` Column ${strange + 1} is none of these, or comes twice.`;
  throw new HeaderError(`The first line names the columns, of: ${COLUMNS.join(', ')}.${place}`);
}

function unreadable(line: number): Read {
  return refused(line, 'unreadable', 'This line is too long or not UTF-8.');
}

function refused(line: number, code: string, message: string): Read {
  return { line, errors: [{ pointer: '', code, message }] };
}
