// Lines of CSV (RFC 4180) that no spreadsheet runs.

/** What a spreadsheet would take for a formula begins with an apostrophe, which makes it text. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => quote(neutralise(cell))).join(',')}\r\n`;
}

/** Numbers stay numbers: a minus before digits is no formula. */
function neutralise(cell: string): string {
  if (/^-?\d+(\.\d+)?$/.test(cell)) return cell;
  return /^[\s\u0000-\u0020]*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
