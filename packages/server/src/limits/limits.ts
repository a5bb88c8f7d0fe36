// How often somebody may fail to open a case. Failures slow the next try down; nothing ever locks, because a
// lock would let an abuser shut a person out of their own case.

import type { Cryptography } from '../adapters.ts';
import { addressRange } from './address-range.ts';

/** Failures older than this are forgotten: the window begins with the first of them. */
export const WINDOW_S = 15 * 60;

/** What failures are counted by. */
export type Dimension = 'reference' | 'address' | 'tenant' | 'all';

export interface Limit {
  readonly dimension: Dimension;
  /** Failures in a window that cost no time; at least 2. */
  readonly free: number;
  /** Wait after the last free failure, in seconds. It doubles with every further one … */
  readonly firstDelay: number;
  /** … up to this. */
  readonly longestDelay: number;
}

/**
 * In the order in which they are counted, which is the same everywhere so that no two tries wait for each
 * other, and ends with the one that all tries share so that it is held the shortest.
 *
 * Wide limits slow guessers down without stopping people: their longest delay is short, or a crowd of failing
 * tries would shut everybody out.
 */
export const LIMITS: readonly Limit[] = [
  { dimension: 'reference', free: 5, firstDelay: 15, longestDelay: 300 },
  { dimension: 'address', free: 20, firstDelay: 15, longestDelay: 300 },
  { dimension: 'tenant', free: 500, firstDelay: 0.25, longestDelay: 2 },
  { dimension: 'all', free: 5000, firstDelay: 0.05, longestDelay: 0.5 },
];

/** A counter in the database. Its name is a keyed hash: it tells neither address nor reference. */
export interface Bucket extends Limit {
  readonly bucket: Uint8Array;
}

/** Whom a try is counted against. */
export interface Try {
  /** The reference as typed, normalised where that is possible: also malformed ones are counted. */
  readonly reference: string;
  readonly address: string;
  readonly tenantId: string;
}

/** The counters of a try. */
export function bucketsOf(
  { reference, address, tenantId }: Try,
  { keyedHash }: Pick<Cryptography, 'keyedHash'>,
): Bucket[] {
  const subjects: Readonly<Record<Dimension, string>> = {
    reference,
    address: addressRange(address),
    tenant: tenantId,
    all: '',
  };
  return LIMITS.map((limit) => ({
    ...limit,
    bucket: keyedHash(`tries ${limit.dimension} ${subjects[limit.dimension]}`),
  }));
}
