// Looks at what a person typed before anything is sent: a slip is found on their own device.

import { withoutSeparators, type ReferenceCheck, type ReferenceScheme } from '@lintas/contract/reference';
import { parsePin } from '@lintas/contract/status';
import type { OpenInput } from '@lintas/sdk';

export type ReferenceProblem = Exclude<ReferenceCheck, { readonly kind: 'valid' }>;
export type PinProblem = 'missing' | 'length';

/** What is wrong with the fields; nothing where both can be sent. */
export interface EntryProblems {
  readonly reference?: ReferenceProblem | undefined;
  readonly pin?: PinProblem | undefined;
}

export type EntryCheck =
  | { readonly kind: 'ready'; readonly input: OpenInput }
  | { readonly kind: 'wrong'; readonly problems: EntryProblems };

/** Checks both fields. What can be sent is sent in its written form. */
export function checkEntry(scheme: ReferenceScheme, reference: string, pin: string): EntryCheck {
  const checked = scheme.check(reference);
  const digits = parsePin(pin);
  if (checked.kind === 'valid' && digits !== undefined) {
    return { kind: 'ready', input: { reference: checked.reference, pin: digits } };
  }
  return {
    kind: 'wrong',
    problems: { reference: referenceProblem(scheme, reference), pin: pinProblem(pin) },
  };
}

export function referenceProblem(scheme: ReferenceScheme, text: string): ReferenceProblem | undefined {
  const checked = scheme.check(text);
  return checked.kind === 'valid' ? undefined : checked;
}

export function pinProblem(text: string): PinProblem | undefined {
  if (withoutSeparators(text) === '') return 'missing';
  return parsePin(text) === undefined ? 'length' : undefined;
}

/** What was typed, in three parts around the place of a slip. Separators are not counted. */
export function splitAtSlip(text: string, position: number): readonly [string, string, string] {
  const characters = [...text];
  const symbols = [...characters.keys()].filter((index) => withoutSeparators(characters[index] ?? ''));
  const slip = symbols[position] ?? characters.length;
  return [characters.slice(0, slip).join(''), characters[slip] ?? '', characters.slice(slip + 1).join('')];
}
