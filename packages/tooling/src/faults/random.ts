// Chance that can be repeated.

export interface Random {
  /** A whole number from 0 up to, but without, `below`. */
  below(below: number): number;
  pick<Entry>(entries: readonly Entry[]): Entry;
}

/** Mulberry32, by Tommy Ettinger (public domain): 32 bits of state, more than enough to vary a test. */
export function createRandom(seed: number): Random {
  let state = seed;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  return {
    below,
    pick(entries) {
      const entry = entries[below(entries.length)];
      if (entry === undefined) throw new Error('There is nothing to pick from.');
      return entry;
    },
  };
}
