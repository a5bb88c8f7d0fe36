// Lines of CSV (RFC 4180) that no spreadsheet runs.

/** What stands in a cell whose figure is not published: never 0, and never nothing. */
export const SUPPRESSED_CELL = 'suppressed';

/** What a spreadsheet would take for a formula begins with an apostrophe, which makes it text. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => quote(neutralise(cell))).join(',')}\r\n`;
}

/** A cell as it was before {@link csvLine}. */
export function withoutGuard(cell: string): string {
  return FORMULA.test(cell.slice(1)) ? cell.replace(/^'/, '') : cell;
}

const FORMULA = /^[\s\u0000-\u0020]*[=+\-@\t\r]/;

/** Numbers stay numbers: a minus before digits is no formula. */
function neutralise(cell: string): string {
  if (/^-?\d+(\.\d+)?$/.test(cell)) return cell;
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
