// How a page checks references: Lintas' own format, or another authority's through the same interface.

/** What is known of a typed reference before it is sent. */
export type ReferenceCheck =
  | { readonly kind: 'empty' }
  /** Too short or too long. Both are counts of symbols, separators not counted. */
  | { readonly kind: 'length'; readonly typed: number; readonly expected: number }
  /**
   * Something is wrong. `position` is the place of the slip (0 is the first symbol, separators not
   * counted) and `suggestion` what was probably meant. With several slips the suggestion is missing, or
   * wrong, so it is only ever offered; the place is then known only of a character that no reference has.
   */
  | { readonly kind: 'mistyped'; readonly position?: number; readonly suggestion?: string }
  /** Well formed; whether such a case exists only the server knows. `reference` is its written form. */
  | { readonly kind: 'valid'; readonly reference: string };

/** A format of references. */
export interface ReferenceScheme {
  /** Stable name, for example `lintas`. */
  readonly id: string;
  check(text: string): ReferenceCheck;
}
