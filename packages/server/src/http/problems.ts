// Refusals on their way from where they are noticed to the answer.

import { problem, type Problem, type ProblemCode, type ProblemDetails } from '@lintas/contract';

/** A call that is answered with a problem. Everything that handlers refuse is one of these. */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(code);
    this.name = 'Refusal';
    this.problem = problem(code, details);
  }
}

/** Refuses values: one problem that names each by its pointer. */
export function refuseValues(...errors: NonNullable<ProblemDetails['errors']>): Refusal {
  return new Refusal('invalid-request', { errors });
}

/** Class and code of an error, for a log: a message may repeat a value, these do not. */
export function nameError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error && typeof error.code === 'string' ? `${error.name} ${error.code}` : error.name;
}

/** The frames of an error's stack, without the message that stands before them. */
export function framesOf(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return frames.slice(0, 8).map((line) => line.trim());
}
