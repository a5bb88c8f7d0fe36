// Ids: UUID version 7 (RFC 9562), so that newer rows sort after older ones and indexes stay dense.

import type { Clock, Cryptography } from './adapters.ts';

const TIME_DIGITS = 12;

/** A new id: 48 bits of time, then 74 random ones. */
export function newId(clock: Clock, { randomBytes }: Pick<Cryptography, 'randomBytes'>): string {
  const time = clock().toString(16).padStart(TIME_DIGITS, '0');
  const [version = 0, second = 0, variant = 0, ...rest] = randomBytes(10);
  const tail = hex([0x70 | (version & 0x0f), second, 0x80 | (variant & 0x3f), ...rest]);
  const digits = time + tail;
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20),
  ].join('-');
}

/** Whether a text has the form of an id of ours. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text);
}

/** The two digits of each byte. */
const DIGITS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Lower-case hexadecimal digits. */
export function hex(bytes: Iterable<number>): string {
  let digits = '';
  for (const byte of bytes) digits += DIGITS[byte] ?? '';
  return digits;
}

/** The bytes of an even number of hexadecimal digits. */
export function unhex(digits: string): Uint8Array {
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
