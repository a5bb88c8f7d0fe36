// What the rules for publishing share.

import type { FieldError } from '../core/index.ts';

export function fieldError(pointer: string, code: string, message: string): FieldError {
  return { pointer, code, message };
}

/** The same errors below a place. */
export function within(pointer: string, errors: readonly FieldError[]): FieldError[] {
  return errors.map((error) => ({ ...error, pointer: pointer + error.pointer }));
}

/** One error when something that has to be unique is not. */
export function repeated(names: readonly string[], pointer: string, code: string): FieldError[] {
  if (new Set(names).size === names.length) return [];
  return [fieldError(pointer, code, 'Something comes twice that may come once.')];
}
