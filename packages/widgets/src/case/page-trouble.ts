// What whoever looks after a page finds in the browser's console when an element of it cannot begin, or does not do what
// the page seems to ask for: the person who is told to tell them knows no more than that. Never anything of a person: an
// error of the SDK holds nothing that was sent, and any other is about what the page itself says.

import { isLintasError } from '@lintas/sdk';
import { tellPage } from '../core/console.ts';
import { MissingFileError } from '../core/on-demand.ts';
import type { Failure } from './failure.ts';

/** Tells why, unless it is told already, or typing something else or waiting helps. Hands the failure on. */
export function tellTrouble(failure: Failure, error: unknown): Failure {
  if (failure.kind === 'lookup' || failure.kind === 'wait' || error instanceof MissingFileError)
    return failure;
  tellPage(
    error instanceof Error ? [error.message, ...refusedParameters(error)].join(' ') : 'It did not work.',
  );
  return failure;
}

/**
 * What the API says of the words that the page's attributes ask with: it never repeats them. What it says of a body is
 * left out: that can be about what a person has typed, chosen or answered.
 */
function refusedParameters(error: unknown): readonly string[] {
  const errors = (isLintasError(error) && error.problem?.errors) || [];
  return errors
    .filter(({ pointer }) => pointer.startsWith('?'))
    .map(({ pointer, message }) => `${pointer}: ${message}`);
}

/** Gives what an attribute says; where it says something else than one of the values that it takes, tells and gives the first. */
export function takeChoice<Choice extends string>(
  attribute: string,
  value: string,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  const known = choices.find((choice) => choice === value);
  // Not the value: it could be of a person.
  if (known === undefined) tellPage(`${attribute} takes ${choices.join(', ')}.`);
  return known ?? choices[0];
}
