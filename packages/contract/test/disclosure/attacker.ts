// Somebody who has read a published table and works out what it hides, by search over every table of whole numbers
// that would have been published the same. Written apart from the code that protects: it shares nothing with it.

/** What is known of a count: its bounds, and of which sums it is a part. */
export interface Known {
  lowest: number;
  highest: number;
}

/** `whole` is the sum of `parts`; all are places in the list of what is known. */
export interface Sum {
  readonly whole: number;
  readonly parts: readonly number[];
}

/** How many whole numbers a count may still be, counted no further than `enough`. */
export function valuesLeft(
  known: readonly Known[],
  sums: readonly Sum[],
  place: number,
  enough: number,
): number {
  const bounds = tighten(known, sums);
  const { lowest, highest } = bounds?.[place] ?? { lowest: 0, highest: -1 };
  let found = 0;
  for (let value = lowest; value <= highest && found < enough; value += 1) {
    if (isPossible(fix(bounds ?? [], place, value), sums)) found += 1;
  }
  return found;
}

/** The bounds that adding and subtracting alone leave of every count: quick, and so for many at once. */
export function boundsLeft(known: readonly Known[], sums: readonly Sum[]): readonly Known[] {
  return tighten(known, sums) ?? [];
}

function isPossible(known: readonly Known[], sums: readonly Sum[]): boolean {
  const bounds = tighten(known, sums);
  if (!bounds) return false;
  const place = bounds.findIndex(({ lowest, highest }) => lowest < highest);
  if (place < 0) return true;
  const { lowest = 0, highest = 0 } = bounds[place] ?? {};
  for (let value = lowest; value <= highest; value += 1) {
    if (isPossible(fix(bounds, place, value), sums)) return true;
  }
  return false;
}

function fix(known: readonly Known[], place: number, value: number): Known[] {
  return known.map((bounds, index) => (index === place ? { lowest: value, highest: value } : bounds));
}

/** Adds and subtracts until nothing more follows; `undefined` when it cannot be. */
function tighten(known: readonly Known[], sums: readonly Sum[]): Known[] | undefined {
  const bounds = known.map((each) => ({ ...each }));
  const at = (place: number): Known => bounds[place] ?? { lowest: 0, highest: 0 };
  for (let changed = true; changed;) {
    changed = false;
    const narrow = (place: number, lowest: number, highest: number): void => {
      const each = at(place);
      if (lowest <= each.lowest && highest >= each.highest) return;
      each.lowest = Math.max(each.lowest, lowest);
      each.highest = Math.min(each.highest, highest);
      changed = true;
    };
    for (const { whole, parts } of sums) {
      const low = parts.reduce((sum, part) => sum + at(part).lowest, 0);
      const high = parts.reduce((sum, part) => sum + at(part).highest, 0);
      narrow(whole, low, high);
      for (const part of parts) {
        const { lowest, highest } = at(part);
        narrow(part, at(whole).lowest - (high - highest), at(whole).highest - (low - lowest));
      }
    }
    if (bounds.some(({ lowest, highest }) => lowest > highest)) return undefined;
  }
  return bounds;
}
