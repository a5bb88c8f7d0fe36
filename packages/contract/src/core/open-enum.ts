// Open enums: a value that is known today, or any other string that a newer server may send tomorrow.
// A widget that was embedded two years ago must read what was added since.

import * as z from 'zod/mini';

/** One of the `Known` values, or a value that this version does not know yet. */
export type Open<Known extends string> = Known | (string & {});

/**
 * Reads an enum from the wire. Any string passes, so the known values are a matter of types alone: a page
 * carries no lists that it would never refuse a value by.
 */
// @__NO_SIDE_EFFECTS__
export function openEnum<Known extends string>(): z.ZodMiniType<Open<Known>, Open<Known>> {
  return z.string();
}

/** Tells a known value from one that only a newer version knows. */
export function isKnown<Known extends string>(values: readonly Known[], value: string): value is Known {
  return values.some((known) => known === value);
}
