// Conditions as an owner writes them down. Strict: an unknown field or value is an error.

import * as z from 'zod/mini';
import { Id } from '../core/index.ts';

/** The text of a single choice or a date, the number of a scale or a number. */
const comparable = z.union([z.string().check(z.minLength(1), z.maxLength(64)), z.number()]);
const row = z.optional(Id);

const testInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answered'), question: Id }),
  /** The person prefers not to say. */
  z.strictObject({ kind: z.literal('declined'), question: Id }),
  z.strictObject({ kind: z.literal('equals'), question: Id, row, value: comparable }),
  z.strictObject({
    kind: z.literal('one_of'),
    question: Id,
    row,
    values: z.array(comparable).check(z.minLength(1), z.maxLength(100)),
  }),
  /** A choice among several. */
  z.strictObject({ kind: z.literal('includes'), question: Id, value: Id }),
  z.strictObject({ kind: z.literal('at_least'), question: Id, value: z.number() }),
  z.strictObject({ kind: z.literal('at_most'), question: Id, value: z.number() }),
]);

/** Levels are written out: a schema that calls itself can be nested until the stack is full. */
const oneLevel = z.union([testInput, groupOf(testInput)]);
export const ConditionInput = z.union([testInput, groupOf(z.union([testInput, groupOf(oneLevel)]))]);
export type ConditionInput = z.infer<typeof ConditionInput>;

function groupOf<Part extends z.ZodMiniType>(part: Part) {
  return z.strictObject({
    kind: z.enum(['all', 'any', 'none']),
    of: z.array(part).check(z.minLength(1), z.maxLength(20)),
  });
}
