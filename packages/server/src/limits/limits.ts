// How often somebody may fail to open a case. Failures slow the next try down; nothing ever locks, because a
// lock would let an abuser shut a person out of their own case.

import type { Cryptography } from '../adapters.ts';
import { addressNetwork, addressRange } from './address-range.ts';

/** Failures older than this are forgotten: the window begins with the first of them. */
export const WINDOW_S = 15 * 60;

/** What failures are counted by. */
export type Dimension = 'reference-from-network' | 'reference' | 'range' | 'network' | 'tenant' | 'all';

export interface Limit {
  readonly dimension: Dimension;
  /** Failures in a window that cost no time; at least 2. */
  readonly free: number;
  /** Wait after the last free failure, in seconds. It doubles with every further one … */
  readonly firstDelay: number;
  /** … up to this. */
  readonly longestDelay: number;
  /** Whom a wide limit, which many people share, lets through while the others wait. */
  readonly spares?: Spared;
}

export interface Spared {
  /** Counted before, and narrower: one of these at a time is spared, not each of its tries. */
  readonly source: Dimension;
  /** Tries of a source in a window that are spared, if the ones before them failed. */
  readonly tries: number;
  /** Failures of all sources in a window from which on everybody takes turns. */
  readonly until: number;
}

/**
 * In the order in which they are counted, which is the same everywhere so that no two tries wait for each
 * other, and ends with the one that all tries share so that it is held the shortest.
 *
 * Narrow limits are steep: only who is in the same network can make a person wait for minutes.
 *
 * Wide limits have one turn for all, and whoever asks most often gets nearly all turns. So they hold back only
 * sources that have failed themselves, and a person who comes from elsewhere gets in at the first try.
 *
 * What guessers with R networks get in a window:
 *
 * - Against one reference: 11 R tries, R of them spared. The others share 201 turns: 20 free ones, one after 1,
 *   2 and 4 seconds, then one in 5 seconds. That makes R + 201, and R costs little: IPv6 networks come by the
 *   thousand. From 1000 failures on nobody is spared, which leaves 180 turns: at most 1180 tries, or 113 280 a
 *   day, of 10^8 PINs. One in a hundred such cases falls in nine days, where without an end R alone would decide.
 *   The price: some 800 networks, all the time, can make the owner of a reference take turns with them.
 * - Against all cases of a tenant: 5 R spared tries and 950 turns; of an installation: 5 R and 6800. There is no
 *   end, because it would let the same guessers shut everybody out. Who has a thousand networks and thousands of
 *   references has one hit in half a year; who has none must first meet one, among 2^40.
 */
export const LIMITS: readonly Limit[] = [
  { dimension: 'reference-from-network', free: 5, firstDelay: 15, longestDelay: 300 },
  {
    dimension: 'reference',
    free: 20,
    firstDelay: 1,
    longestDelay: 5,
    spares: { source: 'reference-from-network', tries: 1, until: 1000 },
  },
  { dimension: 'range', free: 20, firstDelay: 15, longestDelay: 300 },
  {
    dimension: 'network',
    free: 100,
    firstDelay: 1,
    longestDelay: 5,
    spares: { source: 'range', tries: 1, until: Infinity },
  },
  // Behind one network of a mobile carrier are so many people that some always mistype.
  {
    dimension: 'tenant',
    free: 500,
    firstDelay: 0.25,
    longestDelay: 2,
    spares: { source: 'network', tries: 5, until: Infinity },
  },
  {
    dimension: 'all',
    free: 5000,
    firstDelay: 0.05,
    longestDelay: 0.5,
    spares: { source: 'network', tries: 5, until: Infinity },
  },
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
  const network = addressNetwork(address);
  const subjects: Readonly<Record<Dimension, string>> = {
    'reference-from-network': `${network} ${reference}`,
    reference,
    range: addressRange(address),
    network,
    tenant: tenantId,
    all: '',
  };
  return LIMITS.map((limit) => ({
    ...limit,
    bucket: keyedHash(`tries ${limit.dimension} ${subjects[limit.dimension]}`),
  }));
}
