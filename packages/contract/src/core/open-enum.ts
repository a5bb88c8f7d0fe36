// Open enums: a value that is known today, or any other string that a newer server may send tomorrow.
// A widget that was embedded two years ago must read what was added since.

import * as z from 'zod/mini';

/** One of the `Known` values, or a value that this version does not know yet. */
export type Open<Known extends string> = Known | (string & {});

/** Reads an enum from the wire: known values are typed, unknown ones pass through. */
// @__NO_SIDE_EFFECTS__
export function openEnum<const Values extends readonly [string, ...string[]]>(
  values: Values,
): z.ZodMiniType<Open<Values[number]>, Open<Values[number]>> {
  return z.union([z.enum(values), z.string()]);
}

/** Tells a known value from one that only a newer version knows. */
export function isKnown<Known extends string>(values: readonly Known[], value: string): value is Known {
  return values.some((known) => known === value);
}
