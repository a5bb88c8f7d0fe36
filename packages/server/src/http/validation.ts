// Checks values against the contract's strict schemas and says what is wrong, never repeating a value.

import type { FieldError } from '@lintas/contract';
import * as z from 'zod/mini';
import { refuseValues } from './problems.ts';

/** The value as its schema types it. */
export function parseBody(schema: z.ZodMiniType, value: unknown): unknown {
  const checked = checkAgainst(schema, value);
  if ('value' in checked) return checked.value;
  throw refuseValues(...checked.errors);
}

/** Query parameters as their schema types them. Each may be given once. */
export function parseQuery(schema: z.ZodMiniType, parameters: URLSearchParams): unknown {
  const names = [...parameters.keys()];
  const repeated = names.filter((name, index) => names.indexOf(name) !== index);
  if (repeated.length > 0) {
    throw refuseValues(
      ...repeated.map((name) => fieldError(pointerTo([name], '?'), 'repeated', 'Give this once.')),
    );
  }
  const checked = checkAgainst(schema, Object.fromEntries(parameters), '?');
  if ('value' in checked) return checked.value;
  throw refuseValues(...checked.errors);
}

const MAX_ERRORS = 20;

/** The value as its schema types it, or what is wrong with it. `prefix` is `/` for a body and `?` for a query. */
export function checkAgainst<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
  prefix: '/' | '?' = '/',
): { readonly value: z.infer<Schema> } | { readonly errors: readonly FieldError[] } {
  // Without its input, what has the wrong type looks as if it were not there. A sentence of the contract's own counts
  // more than `error`, so a message that is left empty says that there is none.
  const result = z.safeParse(schema, value, { reportInput: true, error: () => '' });
  if (result.success) return { value: result.data };
  return { errors: result.error.issues.flatMap((issue) => describe(issue, prefix)).slice(0, MAX_ERRORS) };
}

function describe(issue: z.core.$ZodIssue, prefix: '/' | '?'): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      fieldError(pointerTo([...issue.path, key], prefix), 'unknown_field', 'There is no such field.'),
    );
  }
  return [fieldError(pointerTo(issue.path, prefix), issue.code, sentenceFor(issue))];
}

function sentenceFor(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'This is required.' : `This must be of type ${issue.expected}.`;
    case 'invalid_value':
      return `This must be one of: ${issue.values.map(String).join(', ')}.`;
    case 'too_small':
      return `This must be at least ${issue.minimum} (of length, number or entries).`;
    case 'too_big':
      return `This must be at most ${issue.maximum} (of length, number or entries).`;
    case 'invalid_format':
      return issue.message || 'This does not have the right format.';
    case 'invalid_key':
      return 'The name of this field does not have the right format.';
    case 'custom':
      return issue.message || 'This is not acceptable.';
    default:
      return 'This is not acceptable.';
  }
}

/** A JSON pointer. A name that does not look like one of ours may be a value in the wrong place: it is left out. */
function pointerTo(path: readonly PropertyKey[], prefix: '/' | '?'): string {
  const names = path.map(String);
  const strange = names.findIndex((name) => !/^([A-Za-z][A-Za-z-]{0,39}|\d{1,4})$/.test(name));
  const safe = strange < 0 ? names : [...names.slice(0, strange), '*'];
  return safe.length === 0 ? '' : prefix + safe.join('/');
}

function fieldError(pointer: string, code: string, message: string): FieldError {
  return { pointer, code, message };
}
