// Looks at what a person typed before anything is sent: a slip is found on their own device.

import {
  checkReference,
  latinDigits,
  withoutSeparators,
  type ReferenceCheck,
} from '@lintas/contract/reference';
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
export function checkEntry(reference: string, pin: string): EntryCheck {
  const checked = checkReference(reference);
  const digits = parsePin(pin);
  if (checked.kind === 'valid' && digits !== undefined) {
    return { kind: 'ready', input: { reference: checked.reference, pin: digits } };
  }
  return { kind: 'wrong', problems: { reference: referenceProblem(reference), pin: pinProblem(pin) } };
}

export function referenceProblem(text: string): ReferenceProblem | undefined {
  const checked = checkReference(text);
  return checked.kind === 'valid' ? undefined : checked;
}

export function pinProblem(text: string): PinProblem | undefined {
  if (withoutSeparators(text) === '') return 'missing';
  return parsePin(text) === undefined ? 'length' : undefined;
}

/** What was typed, in three parts around the place of a slip, in the groups of the written form. */
export function splitAtSlip(text: string, position: number): readonly [string, string, string] {
  const symbols = [...withoutSeparators(latinDigits(text)).toUpperCase()];
  const group = (from: number, to: number): string =>
    symbols
      .slice(from, to)
      .map((symbol, index) => ((from + index) % 4 === 0 && from + index > 0 ? `-${symbol}` : symbol))
      .join('');
  const dash = position % 4 === 0 && position > 0 ? '-' : '';
  return [group(0, position) + dash, symbols[position] ?? '', group(position + 1, symbols.length)];
}
