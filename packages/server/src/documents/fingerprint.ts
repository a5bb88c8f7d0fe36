// The fingerprint of a file that comes in chunks, as a page makes it of a file that it has as a whole.

import { FINGERPRINT_PIECE_BYTES } from '@lintas/contract';
import type { Cryptography, RunningHash } from '../adapters.ts';

export function startFingerprint(cryptography: Pick<Cryptography, 'startSha256'>): RunningHash {
  const pieces = cryptography.startSha256();
  let piece = cryptography.startSha256();
  let length = 0;

  return {
    update(bytes) {
      for (let rest = bytes; rest.length > 0;) {
        const part = rest.subarray(0, FINGERPRINT_PIECE_BYTES - length);
        piece.update(part);
        length += part.length;
        rest = rest.subarray(part.length);
        if (length === FINGERPRINT_PIECE_BYTES) close();
      }
    },
    digest() {
      if (length > 0) close();
      return pieces.digest();
    },
  };

  function close(): void {
    pieces.update(piece.digest());
    piece = cryptography.startSha256();
    length = 0;
  }
}
