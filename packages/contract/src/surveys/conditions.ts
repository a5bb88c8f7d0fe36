// Conditions on earlier answers: a small typed tree, so that nothing ever has to parse or run an expression.

import * as z from 'zod/mini';
import type { Open } from '../core/index.ts';
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
