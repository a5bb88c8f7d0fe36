// Reading the same addresses again and again, in turns.

import assert from 'node:assert/strict';
import { send } from './calls.ts';
import { percentile } from './percentiles.ts';
import type { Figure } from './report.ts';

const WARM_UP = 10;

export interface Reads {
  /** What the very first read of each took, in milliseconds. */
  readonly first: ReadonlyMap<string, number>;
  /** The middle and the slowest hundredth of each. */
  readonly figures: readonly Figure[];
}

/** @param urls whole addresses, by what they are called in the figures */
export async function timeReads(urls: Readonly<Record<string, string>>, samples: number): Promise<Reads> {
  const first = new Map<string, number>();
  const taken = new Map<string, number[]>();
  for (let round = 0; round < WARM_UP + samples; round += 1) {
    for (const [what, url] of Object.entries(urls)) {
      const { status, text, sentAt, receivedAt } = await send({ method: 'GET', url, headers: {} });
      assert.equal(status, 200, text);
      const time = receivedAt - sentAt;
      if (round === 0) first.set(what, time);
      if (round >= WARM_UP) taken.set(what, [...(taken.get(what) ?? []), time]);
    }
  }
  const figures = [...taken].flatMap(([what, values]) =>
    [0.5, 0.99].map((share): Figure => ({
      what: `read ${what}, p${share * 100}`,
      unit: 'ms',
      value: percentile(values, share),
    })),
  );
  return { first, figures };
}
