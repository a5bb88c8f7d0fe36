// What a person's page sends. Strict: an unknown field or value is an error.

import * as z from 'zod/mini';
import { Id, pageCursor, pageLimit, plainText } from '../core/index.ts';
import { APPLICATION_KINDS } from '../status/vocabulary.ts';
import { MAX_DOCUMENT_BYTES } from './requirements.ts';
import { DOCUMENT_KINDS, DOCUMENT_SIDES } from './vocabulary.ts';

/** SHA-256 as 64 lower-case hex digits. */
export const Sha256 = /* @__PURE__ */ z.string().check(z.regex(/^[0-9a-f]{64}$/));

/**
 * A fingerprint is the SHA-256 of the SHA-256 digests (32 bytes each) of a file's pieces of so many bytes, one after the
 * other; the last piece has the rest. A browser digests only what it has whole in memory: of a large file, pieces.
 */
export const FINGERPRINT_PIECE_BYTES: number = 8 * 1024 * 1024;

/** The lines of a machine-readable zone, one below the other (ICAO 9303). */
export const MrzText = /* @__PURE__ */ z
  .string()
  .check(z.maxLength(200), z.regex(/^[A-Z0-9<]{30,44}(\n[A-Z0-9<]{30,44}){1,2}$/));

/** How long the name of a file can be, in UTF-16 units. */
export const MAX_FILE_NAME_LENGTH: number = 200;

/** Announces a file before its bytes. */
export const CreateDocument = z.strictObject({
  requirementId: z.optional(Id),
  kind: z.enum(DOCUMENT_KINDS),
  side: z.optional(z.enum(DOCUMENT_SIDES)),
  fileName: z.optional(plainText(MAX_FILE_NAME_LENGTH)),
  /** What the file says that it is; the bytes are looked at later. Any text, so that the answer can say why not. */
  mediaType: z.string().check(z.maxLength(100)),
  bytes: z.int().check(z.minimum(0), z.maximum(MAX_DOCUMENT_BYTES)),
  /** Of the whole file. With it, a file that was damaged on its way is noticed. */
  sha256: z.optional(Sha256),
  /** The same for a large file: see {@link FINGERPRINT_PIECE_BYTES}. */
  fingerprint: z.optional(Sha256),
  /** A document of the same case that this one replaces once it is here. */
  replaces: z.optional(Id),
  mrz: z.optional(MrzText),
});
export type CreateDocument = z.infer<typeof CreateDocument>;

/** Which kind of application the requirements are for. */
export const RequirementsQuery = z.strictObject({
  kind: z.enum(APPLICATION_KINDS),
  /** Only those of this authority. */
  authority: z.optional(Id),
});
export type RequirementsQuery = z.infer<typeof RequirementsQuery>;

export const AccessQuery = z.strictObject({ cursor: z.optional(pageCursor), limit: z.optional(pageLimit) });
export type AccessQuery = z.infer<typeof AccessQuery>;

/** The code once more, so that nobody who finds the page open can fetch the files. */
export const StepUp = z.strictObject({
  secret: z.strictObject({ kind: z.literal('pin'), value: z.string().check(z.maxLength(64)) }),
});
export type StepUp = z.infer<typeof StepUp>;
