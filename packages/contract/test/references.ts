// Random references, as an authority issues them.

import fc from 'fast-check';
import { composeReference, SYMBOLS } from '@lintas/contract';

/** How often each rule of references is tried. */
export const RUNS = { numRuns: 10_000 };

export const symbol = fc.constantFrom(...SYMBOLS.split(''));

export const reference = fc
  .tuple(symbol, symbol, fc.uint8Array({ minLength: 8, maxLength: 8 }))
  .map(([first, second, random]) => composeReference(first + second, random));
