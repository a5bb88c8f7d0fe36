// Whether a file is what it was announced to be, and small enough. Free of I/O.

import type { FileLimits } from '@lintas/contract';
import { recogniseMediaType } from '@lintas/contract/documents/media-type';
import type { Finding } from './finding.ts';

/** What was announced. */
export interface Announced {
  readonly mediaType: string;
  readonly limits: FileLimits;
}

/**
 * A file of another type than announced is still looked at when that type is taken too: messengers rename what they
 * pass on, and nobody should have to know.
 *
 * @param head the first bytes of the file
 * @param bytes how many there are
 */
export function checkFormat(head: Uint8Array, bytes: number, { mediaType, limits }: Announced): Finding {
  const method = 'format';
  if (bytes === 0) return { method, result: 'fail', reason: 'empty' };
  if (bytes > limits.maxBytes) return { method, result: 'fail', reason: 'too_large' };
  const actual = recogniseMediaType(head);
  if (actual === undefined) return { method, result: 'fail', reason: 'type_mismatch' };
  if (!limits.accept.includes(actual)) return { method, result: 'fail', reason: 'type_not_supported' };
  if (actual !== mediaType) return { method, result: 'inconclusive', reason: 'type_mismatch' };
  return { method, result: 'pass' };
}
