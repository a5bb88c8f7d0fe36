// An estimate as an authority may give it: a range that rests on something, or an honest "unknown".

import * as z from 'zod/mini';
import { PlainDateInput } from '../core/index.ts';
import { ESTIMATE_BASES } from './vocabulary.ts';

const count = z.int().check(z.minimum(0), z.maximum(1_000_000_000));

const queue = z
  .strictObject({ ahead: count, total: count })
  .check(z.refine(({ ahead, total }) => ahead <= total, 'More are ahead than there are.'));

export const EstimateInput = z
  .strictObject({
    basis: z.enum(ESTIMATE_BASES),
    earliest: z.optional(PlainDateInput),
    latest: z.optional(PlainDateInput),
    percentile: z.optional(z.number().check(z.minimum(1), z.maximum(99))),
    sample: z.optional(count),
    asOf: PlainDateInput,
    queue: z.optional(queue),
    overdue: z.boolean(),
  })
  .check(
    z.refine(({ earliest, latest }) => (earliest === undefined) === (latest === undefined), {
      path: ['latest'],
      error: 'A range has both ends.',
    }),
    z.refine(({ earliest, latest }) => earliest === undefined || latest === undefined || earliest <= latest, {
      path: ['latest'],
      error: 'A range ends where it begins, or later.',
    }),
    z.refine((estimate) => restsOnItsBasis(estimate), {
      path: ['basis'],
      error: 'Every basis but `unknown` has a range, or for `queue` a place in it; `unknown` has none.',
    }),
    z.refine(({ basis, percentile }) => (basis === 'percentile') === (percentile !== undefined), {
      path: ['percentile'],
      error: 'The basis `percentile`, and no other, says which share of cases.',
    }),
    z.refine(({ basis, sample }) => basis !== 'percentile' || sample !== undefined, {
      path: ['sample'],
      error: 'The basis `percentile` says how many cases it was computed from.',
    }),
  );

function restsOnItsBasis(estimate: { basis: string; earliest?: unknown; queue?: unknown }): boolean {
  const ranged = estimate.earliest !== undefined;
  if (estimate.basis === 'unknown') return !ranged;
  return ranged || (estimate.basis === 'queue' && estimate.queue !== undefined);
}
