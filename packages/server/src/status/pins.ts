// PINs: made here, shown once, kept as argon2id.

import { PIN_LENGTH } from '@lintas/contract';
import type { Cryptography } from '../adapters.ts';

/**
 * Hash of a PIN that nobody has. A try on an unknown reference is checked against it, so that it costs
 * what a wrong PIN costs.
 */
export const NOBODYS_PIN_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IGtub3dzIGl0IQ$pVv1mYl0Zr2cXqk7nWb3tQh5sJd8uFg4aEoLx6KyRzM';

const PINS = 10 ** PIN_LENGTH;
/** The largest multiple of the number of PINs below 2^32; numbers from here on would favour small PINs. */
const FAIR = Math.floor(2 ** 32 / PINS) * PINS;

/** A PIN, and what is kept of it. */
export interface IssuedPin {
  /** In clear: shown once, never stored. */
  readonly pin: string;
  readonly hash: string;
}

/**
 * Call it before a transaction begins: hashing takes long on purpose, and an embedded database has one transaction
 * at a time, for all.
 *
 * @param pin where it must not be random, for the demonstration
 */
export async function issuePin(
  cryptography: Pick<Cryptography, 'randomBytes' | 'hashPin'>,
  pin = randomPin(cryptography),
): Promise<IssuedPin> {
  return { pin, hash: await cryptography.hashPin(pin) };
}

/** Eight digits, each PIN as likely as any other. */
function randomPin({ randomBytes }: Pick<Cryptography, 'randomBytes'>): string {
  for (;;) {
    const number = new DataView(Uint8Array.from(randomBytes(4)).buffer).getUint32(0);
    if (number < FAIR) return String(number % PINS).padStart(PIN_LENGTH, '0');
  }
}
