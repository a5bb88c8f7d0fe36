// Rows of a sheet by the names of its columns, and what is wrong with them by line. Free of I/O.

export interface SheetRow {
  /** As the program that made the sheet numbers it, from 1. */
  readonly line: number;
  cell(column: string): string;
  /** Cells of `label` and `label::Bahasa Indonesia (id)` by language. */
  texts(column: string): ReadonlyMap<string, string>;
}

/** Something that cannot be taken over. */
export interface LineError {
  readonly sheet: string;
  readonly line: number;
  readonly message: string;
}

/** @param language of columns that name none */
export function rowsOf(cells: readonly (readonly string[])[], language: string): SheetRow[] {
  const [head = [], ...lines] = cells;
  const columns = head.map((name) => name.trim());
  return lines.flatMap((line, i): SheetRow[] => {
    if (line.every((cell) => cell.trim() === '')) return [];
    const cell = (column: string): string => (line[columns.indexOf(column)] ?? '').trim();
    const texts = (column: string): ReadonlyMap<string, string> =>
      new Map(
        columns.flatMap((name, position): [string, string][] => {
          const text = (line[position] ?? '').trim();
          const [own, tag] = splitLanguage(name, language);
          return own === column && text !== '' ? [[tag, text]] : [];
        }),
      );
    return [{ line: i + 2, cell, texts }];
  });
}

/** Languages that the columns of a sheet name. */
export function languagesIn(cells: readonly (readonly string[])[], language: string): string[] {
  const named = (cells[0] ?? [])
    .map((name) => name.trim())
    .filter((name) => /^(label|hint)(::|$)/.test(name));
  return [...new Set(named.map((name) => splitLanguage(name, language)[1]))];
}

/** `label::Bahasa Indonesia (id)` is `label` in `id`; without a tag in brackets the name itself is taken for one. */
function splitLanguage(column: string, language: string): readonly [name: string, tag: string] {
  const [name = '', rest] = column.split(/::?/, 2).map((part) => part.trim());
  if (rest === undefined || rest === '') return [name, language];
  return [name, /\(([A-Za-z-]+)\)$/.exec(rest)?.[1] ?? rest];
}
