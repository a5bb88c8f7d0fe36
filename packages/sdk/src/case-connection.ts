// How the other capabilities of an opened case get at its connection. An object carries it in a method under a
// registered symbol that is not enumerable: two copies of the package on one page understand each other, and nothing
// that prints, copies or stores the object meets the token.

import type { Connection } from './options.ts';

/** The connection of an opened case. */
export interface CaseConnection extends Connection {
  /** Aborts when the session is closed. */
  readonly end: AbortSignal;
}

const CONNECTION = Symbol.for('lintas.case');

/** Lets an object carry the connection of an opened case. */
export function carryConnection<Carrier extends object>(
  carrier: Carrier,
  connection: CaseConnection,
): Carrier {
  return Object.defineProperty(carrier, CONNECTION, { value: () => connection });
}

/**
 * The connection that an object carries.
 *
 * @throws TypeError when it carries none
 */
export function connectionOf(carrier: object): CaseConnection {
  const open: unknown = Reflect.get(carrier, CONNECTION);
  const connection: unknown = typeof open === 'function' ? Reflect.apply(open, carrier, []) : undefined;
  if (isCaseConnection(connection)) return connection;
  throw new TypeError('This is not an opened case of the SDK.');
}

function isCaseConnection(value: unknown): value is CaseConnection {
  return typeof value === 'object' && value !== null && 'credential' in value && 'end' in value;
}
