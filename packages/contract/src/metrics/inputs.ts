// What figures can be asked for. Strict: the periods and the parts are fixed, so that two answers cannot be subtracted.

import * as z from 'zod/mini';
import { Id, plainText } from '../core/index.ts';
import { APPLICATION_KINDS } from '../status/vocabulary.ts';
import { PERIOD_LENGTHS } from './vocabulary.ts';

const Month = /* @__PURE__ */ z.string().check(z.regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/));

export const MetricQuery = z.strictObject({
  /** Needed where there is more than one. */
  authority: z.optional(Id),
  kind: z.optional(z.enum(APPLICATION_KINDS)),
  office: z.optional(plainText(120)),
  /** Of metrics of documents: who reviewed them. */
  partner: z.optional(Id),
  /** Without it, the shortest that the filters allow (see `periodsFor`). */
  period: z.optional(z.enum(PERIOD_LENGTHS)),
  /** First and last month, `2026-03`: periods that lie wholly within. */
  from: z.optional(Month),
  to: z.optional(Month),
});
export type MetricQuery = z.infer<typeof MetricQuery>;
