// Conditions on earlier answers: a small typed tree, so that nothing ever has to parse or run an expression.

import * as z from 'zod/mini';
import { Id, type Open } from '../core/index.ts';
import { OpenConditionKind } from './open-words.ts';
import type { GroupKind, TestKind } from './vocabulary.ts';

/** A condition as it is read. `of` holds the parts of `all`, `any` and `none`; the rest belongs to a test. */
export interface Condition {
  readonly kind: Open<GroupKind | TestKind>;
  readonly of?: Condition[] | undefined;
  /** Id of the question whose answer is looked at, and the row of a matrix. */
  readonly question?: string | undefined;
  readonly row?: string | undefined;
  readonly value?: string | number | undefined;
  readonly values?: (string | number)[] | undefined;
}

const operand = z.union([z.string(), z.number()]);

/** Typed by hand: what a schema that calls itself infers is lost in declarations. */
export const Condition: z.ZodMiniType<Condition, Condition> = z.object({
  kind: OpenConditionKind,
  get of() {
    return z.optional(z.array(Condition));
  },
  question: z.optional(z.string()),
  row: z.optional(z.string()),
  value: z.optional(operand),
  values: z.optional(z.array(operand)),
});

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
