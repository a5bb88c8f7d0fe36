// Reads the cells of a workbook (ECMA-376, SpreadsheetML) as text: what is written in them, and nothing that is computed
// beyond the value that was saved.

import { openZip } from './zip.ts';
import { readXml } from './xml.ts';

/** A sheet as rows of cells. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

const MAX_ROWS = 20_000;
const MAX_COLUMNS = 500;

/** @throws Error with a sentence for whoever gave the file */
export function readWorkbook(bytes: Buffer): Sheet[] {
  const file = openZip(bytes);
  const text = (name: string): string | undefined => file(name)?.toString('utf8');
  const workbook = text('xl/workbook.xml');
  if (workbook === undefined) throw new Error('This is not an .xlsx file.');
  const targets = targetsIn(text('xl/_rels/workbook.xml.rels') ?? '');
  const shared = sharedStringsIn(text('xl/sharedStrings.xml') ?? '');
  return [...readXml(workbook)]
    .filter(({ kind, value }) => kind === 'open' && value === 'sheet')
    .flatMap(({ attributes }) => {
      const target = targets.get(attributes.get('r:id') ?? '') ?? '';
      const xml = text(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
      return xml === undefined ? [] : [{ name: attributes.get('name') ?? '', rows: rowsIn(xml, shared) }];
    });
}

function targetsIn(xml: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const { kind, value, attributes } of readXml(xml)) {
    if (kind === 'open' && value === 'Relationship') {
      found.set(attributes.get('Id') ?? '', attributes.get('Target') ?? '');
    }
  }
  return found;
}

/** Texts that cells name by number; a text may come in pieces of different looks. */
function sharedStringsIn(xml: string): string[] {
  const found: string[] = [];
  let isText = false;
  for (const { kind, value } of readXml(xml)) {
    if (kind === 'open' && value === 'si') found.push('');
    if (value === 't') isText = kind === 'open';
    if (kind === 'text' && isText && found.length > 0) found[found.length - 1] += value;
  }
  return found;
}

function rowsIn(xml: string, shared: readonly string[]): string[][] {
  const rows: string[][] = [];
  let [type, column, content, isContent] = ['', 0, '', false];
  for (const { kind, value, attributes } of readXml(xml)) {
    if (kind === 'open' && value === 'row') {
      const number = Number(attributes.get('r') ?? rows.length + 1);
      while (rows.length < Math.min(number, MAX_ROWS)) rows.push([]);
      column = 0;
    } else if (kind === 'open' && value === 'c') {
      column = columnOf(attributes.get('r') ?? '') ?? column;
      type = attributes.get('t') ?? '';
      content = '';
    } else if (value === 'v' || value === 't') {
      isContent = kind === 'open';
    } else if (kind === 'text' && isContent) {
      content += value;
    } else if (kind === 'close' && value === 'c') {
      const row = rows.at(-1);
      if (row && column < MAX_COLUMNS) {
        while (row.length < column) row.push('');
        row[column] =
          type === 's' ? (shared[Number(content)] ?? '') : type === 'b' ? booleanOf(content) : content;
      }
      column += 1;
    }
  }
  return rows;
}

/** 0 for `A1`, 26 for `AA7`. */
function columnOf(reference: string): number | undefined {
  const [letters] = /^[A-Z]{1,3}/.exec(reference) ?? [];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function booleanOf(content: string): string {
  return content === '1' ? 'true' : 'false';
}
