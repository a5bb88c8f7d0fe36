// Statements as connections get them. Each goes under a name, under which a connection keeps what it has understood of
// its text: for most of ours that takes the database longer than the work itself.

import type { QueryConfig } from 'pg';

/** Lists of values have a text for each length: only short ones come again often enough. */
const MAX_PARAMETERS = 40;

let names = new Map<string, string>();
let generation = 0;

/** A statement without parameters (BEGIN and its like) is sent as it is: it may be several. */
export function statementOf(text: string, parameters: readonly unknown[]): QueryConfig {
  const values = [...parameters];
  const isNamed = values.length > 0 && values.length <= MAX_PARAMETERS;
  return isNamed ? { name: nameOf(text), text, values } : { text, values };
}

/**
 * Forgets the names, so that each statement is understood anew: a migration has changed tables, and what connections
 * keep does not fit any more.
 */
export function forgetStatements(): void {
  names = new Map();
  generation += 1;
}

/** SQLSTATE 0A000, "cached plan must not change result type": what a connection kept is of before a migration. */
export function isOutdated(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '0A000';
}

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `lintas-${generation}-${names.size}`;
  names.set(text, name);
  return name;
}
