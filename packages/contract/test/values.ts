// Ways into a nested value, so that a test can try each place of it.

/** The names and numbers that lead to a place. */
export type Path = readonly (string | number)[];

/** A place in a value, and what stands there. */
export interface Place {
  readonly path: Path;
  readonly value: unknown;
}

/** Every place in a value, from the value itself inwards. */
export function placesIn(value: unknown, path: Path = []): Place[] {
  const here = { path, value };
  if (typeof value !== 'object' || value === null) return [here];
  const inside = Array.isArray(value)
    ? value.flatMap((entry, index) => placesIn(entry, [...path, index]))
    : Object.entries(value).flatMap(([name, entry]) => placesIn(entry, [...path, name]));
  return [here, ...inside];
}

/** A copy of `whole` in which `value` stands at `path`. */
export function withValueAt(whole: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(whole)) {
    return whole.map((entry: unknown, index) => (index === step ? withValueAt(entry, rest, value) : entry));
  }
  const entries = Object.entries(whole ?? {});
  return Object.fromEntries(
    entries.map(([name, entry]) => [name, name === step ? withValueAt(entry, rest, value) : entry]),
  );
}
