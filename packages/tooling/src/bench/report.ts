// What a bench found: figures beside those of the alternative in the same run, for people and for machines.

export type Unit = 'ms' | 'µs' | 'KiB' | '%' | 'p-value';

/** One figure, and the alternative's where there is one. */
export interface Figure {
  readonly what: string;
  readonly unit: Unit;
  readonly value: number;
  /** The same of the alternative, in the same unit. */
  readonly beside?: number;
}

/** Figures that were taken together, with the same alternative. */
export interface Table {
  readonly title: string;
  /** What the first column measures. */
  readonly subject: string;
  /** What the second column measures. */
  readonly alternative?: string;
  readonly figures: readonly Figure[];
}

/** How the database answered one query. */
export interface Plan {
  readonly what: string;
  /** The query and its plan as PostgreSQL writes them. */
  readonly text: string;
}

export interface Findings {
  readonly tables: readonly Table[];
  readonly plans?: readonly Plan[];
}

/** Above 1: ours takes more. */
export function ratioOf({ value, beside }: Figure): number | undefined {
  return beside === undefined ? undefined : value / beside;
}

/** The findings as they are printed. */
export function renderFindings({ tables, plans = [] }: Findings): string {
  const shownPlans = plans.map(({ what, text }) => `Plan: ${what}\n\n${indent(text)}`);
  return [...tables.map(renderTable), ...shownPlans].join('\n\n');
}

function renderTable({ title, subject, alternative, figures }: Table): string {
  const head = ['', subject, ...(alternative === undefined ? [] : [alternative, 'ratio'])];
  const rows = figures.map((figure) => {
    const { what, unit, value, beside } = figure;
    const ratio = ratioOf(figure);
    const compared =
      beside === undefined || ratio === undefined ? [] : [quantity(beside, unit), round(ratio)];
    return [what, quantity(value, unit), ...compared];
  });
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('   ')
      .trimEnd();
  return [title, ...[head, ...rows].map((row) => `  ${line(row)}`)].join('\n');
}

function quantity(value: number, unit: Unit): string {
  return unit === 'p-value' ? `p ${round(value)}` : `${round(value)} ${unit}`;
}

/** Three digits that mean something. */
function round(value: number): string {
  const decimals = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toFixed(decimals);
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}

/** The findings with the ratios, for machines. */
export function withRatios({ tables, plans = [] }: Findings): object {
  return {
    tables: tables.map((table) => ({
      ...table,
      figures: table.figures.map((figure) => ({ ...figure, ratio: ratioOf(figure) })),
    })),
    plans,
  };
}
