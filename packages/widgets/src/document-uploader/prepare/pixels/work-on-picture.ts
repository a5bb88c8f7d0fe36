// Has a picture processed, one after the other: an old phone has memory for one large picture, not for five.

import { throwIfAborted } from '../../../core/throw-if-aborted.ts';
import { processPicture, type PictureOrder, type PictureResult } from './process-picture.ts';

let last: Promise<unknown> = Promise.resolve();

/**
 * Processes a picture when those before it are done.
 *
 * @returns `undefined` where this browser cannot open it
 * @throws the signal's reason
 */
export function workOnPicture(
  file: Blob,
  order: PictureOrder,
  signal: AbortSignal | undefined,
): Promise<PictureResult | undefined> {
  const turn = last.then(async () => {
    throwIfAborted(signal);
    const result = await processPicture(file, order).catch(() => undefined);
    throwIfAborted(signal);
    return result;
  });
  last = turn.catch(() => undefined);
  return turn;
}
