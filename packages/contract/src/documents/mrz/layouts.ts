// Where what stands in the machine-readable zones of ICAO Doc 9303: parts 4 (TD3), 5 (TD1), 6 (TD2) and 7 (visas).

/** Formats of a machine-readable zone: cards, larger cards, passports, and visas in two sizes. */
export type MrzFormat = 'TD1' | 'TD2' | 'TD3' | 'MRV-A' | 'MRV-B';

/** Where a field begins and ends in the lines put one after the other; the end is the position after it. */
type Span = readonly [start: number, end: number];

export interface Layout {
  readonly format: MrzFormat;
  readonly names: Span;
  readonly documentNumber: Span;
  readonly nationality: Span;
  readonly birthDate: Span;
  readonly sex: Span;
  readonly expiryDate: Span;
  readonly optional: Span;
  readonly optional2?: Span;
  /** Position of the check digit over `optional`, where there is one. */
  readonly optionalCheck?: number;
  /** A number with more than nine characters goes on in `optional`. */
  readonly longNumbers: boolean;
  /** Position of the check digit over several fields at once, and what it covers. */
  readonly composite?: { readonly at: number; readonly over: readonly Span[] };
}

/** The check digits of these stand right behind them. */
export type CheckedField = 'documentNumber' | 'birthDate' | 'expiryDate';

const TD1: Layout = {
  format: 'TD1',
  names: [60, 90],
  documentNumber: [5, 14],
  nationality: [45, 48],
  birthDate: [30, 36],
  sex: [37, 38],
  expiryDate: [38, 44],
  optional: [15, 30],
  optional2: [48, 59],
  longNumbers: true,
  composite: {
    at: 59,
    over: [
      [5, 30],
      [30, 37],
      [38, 45],
      [48, 59],
    ],
  },
};

/** Two lines: the names are on the first, everything else on the second, always at the same places. */
function twoLines(
  length: number,
  rest: Pick<Layout, 'format' | 'longNumbers'> & { optional: number },
): Layout {
  const span = (start: number, end: number): Span => [length + start, length + end];
  return {
    ...rest,
    names: [5, length],
    documentNumber: span(0, 9),
    nationality: span(10, 13),
    birthDate: span(13, 19),
    sex: span(20, 21),
    expiryDate: span(21, 27),
    optional: span(28, rest.optional),
  };
}

const compositeOf = (length: number, at: number): NonNullable<Layout['composite']> => ({
  at: length + at,
  over: [
    [length, length + 10],
    [length + 13, length + 20],
    [length + 21, length + at],
  ],
});

/** The layout of lines of this length; a visa begins with `V`. */
export function findLayout(lines: readonly string[]): Layout | undefined {
  const [first = ''] = lines;
  if (lines.some(({ length }) => length !== first.length)) return undefined;
  const visa = first.startsWith('V');
  switch (`${lines.length}x${first.length}`) {
    case '3x30':
      return TD1;
    case '2x36':
      return visa
        ? twoLines(36, { format: 'MRV-B', longNumbers: false, optional: 36 })
        : {
            ...twoLines(36, { format: 'TD2', longNumbers: true, optional: 35 }),
            composite: compositeOf(36, 35),
          };
    case '2x44':
      return visa
        ? twoLines(44, { format: 'MRV-A', longNumbers: false, optional: 44 })
        : {
            ...twoLines(44, { format: 'TD3', longNumbers: false, optional: 42 }),
            optionalCheck: 44 + 42,
            composite: compositeOf(44, 43),
          };
    default:
      return undefined;
  }
}
