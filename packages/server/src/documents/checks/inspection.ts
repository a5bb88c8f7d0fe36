// What looking into a file gives. The looking is done by a process of its own, which hostile files may break.

import { DOCUMENT_REASONS, MEDIA_TYPES, VERIFICATION_METHODS, VERIFICATION_RESULTS } from '@lintas/contract';
import * as z from 'zod/mini';
import type { Announced } from './format.ts';

/** Checked when it arrives: the process that wrote it has just read a stranger's file. */
export const Inspection = z.strictObject({
  findings: z
    .array(
      z.strictObject({
        method: z.enum(VERIFICATION_METHODS),
        result: z.enum(VERIFICATION_RESULTS),
        reason: z.optional(z.enum(DOCUMENT_REASONS)),
      }),
    )
    .check(z.minLength(1), z.maxLength(10)),
  /** Pages of a PDF. */
  pages: z.optional(z.int().check(z.minimum(0), z.maximum(100_000))),
  /** Type of the clean copy, where one was made. */
  copy: z.optional(z.enum(MEDIA_TYPES)),
});
export type Inspection = z.infer<typeof Inspection>;

export interface Inspector {
  /**
   * Looks into a file. A file that ends the process which looks at it, or takes too much time or memory, counts as one
   * that cannot be opened.
   *
   * @param keep takes the clean copy of a picture: what the pixels show and nothing else
   * @throws InspectorUnavailable when no process could be started or stayed, or the file could not be handed to it
   */
  inspect(
    file: AsyncIterable<Uint8Array>,
    announced: Announced,
    keep: (copy: AsyncIterable<Uint8Array>) => Promise<void>,
  ): Promise<Inspection>;
}

/** Nothing can be said about the file: the same may work later. */
export class InspectorUnavailable extends Error {
  override readonly name = 'InspectorUnavailable';
}
