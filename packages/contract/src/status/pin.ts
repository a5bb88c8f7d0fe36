// The code that opens a case together with its reference: eight digits (26.6 random bits),
// issued by the API, shown once, and typed in whatever digits a person's keyboard has.

import { latinDigits, withoutSeparators } from '../reference/symbols.ts';

/** Digits of a PIN. */
export const PIN_LENGTH = 8;

/** The PIN as the server knows it, or `undefined` when what was typed cannot be one. */
export function parsePin(text: string): string | undefined {
  const digits = withoutSeparators(latinDigits(text));
  return digits.length === PIN_LENGTH && /^\d+$/.test(digits) ? digits : undefined;
}

/** Groups a PIN for reading aloud and copying: `1234 5678`. */
export function formatPin(pin: string): string {
  return pin.replace(/(\d{4})(?=\d)/g, '$1 ');
}
