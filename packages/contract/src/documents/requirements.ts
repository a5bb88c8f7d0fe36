// What an application needs: each paper with why it is asked for, and what kind of file is good enough.

import * as z from 'zod/mini';
import { I18nText, I18nTextInput, Id, pageOf } from '../core/index.ts';
import { APPLICATION_KINDS } from '../status/vocabulary.ts';
import { OpenApplicationKind } from '../status/open-words.ts';
import { OpenDocumentKind, OpenMediaType } from './open-words.ts';
import { DOCUMENT_KINDS, MEDIA_TYPES } from './vocabulary.ts';

/** One paper that an application needs, as it is read. */
export const DocumentRequirement = z.object({
  id: z.string(),
  /** Kind of application that it belongs to. */
  kind: OpenApplicationKind,
  documentKind: OpenDocumentKind,
  title: I18nText,
  /** Why it is asked for. */
  why: I18nText,
  /** Without it the application is not complete. */
  required: z.boolean(),
  /** Media types that are taken. */
  accept: z.array(OpenMediaType),
  maxBytes: z.number(),
  /** Pixels that the shorter side of a picture needs at least. */
  minPixels: z.optional(z.number()),
  /** Pages that a PDF may have at most. */
  maxPages: z.optional(z.number()),
  /** 2 for a card that has a back. */
  sides: z.number(),
  /** A sworn translation belongs to it. */
  translation: z.boolean(),
  /** A certified copy is needed. */
  certified: z.boolean(),
  /** Who needs it, where not everybody does. */
  conditions: z.optional(I18nText),
  /** Picture of a good one, opened only when the person asks for it. */
  exampleUrl: z.catch(z.optional(z.string().check(z.regex(/^https?:\/\/[^\s/]/i))), undefined),
  /** Papers that do instead: not everybody has a passport. */
  alternatives: z.array(OpenDocumentKind),
});
export type DocumentRequirement = z.infer<typeof DocumentRequirement>;

export const DocumentRequirementPage = pageOf(DocumentRequirement);

/** The largest file that a requirement can ask for, in bytes. */
export const MAX_DOCUMENT_BYTES = 512 * 1024 * 1024;
/** What is taken where no requirement says anything, in bytes. */
export const DEFAULT_MAX_BYTES = 25 * 1024 * 1024;

/** One paper as an authority writes it down. */
export const DocumentRequirementInput = z.strictObject({
  id: Id,
  kind: z.enum(APPLICATION_KINDS),
  documentKind: z.enum(DOCUMENT_KINDS),
  title: I18nTextInput,
  why: I18nTextInput,
  required: z.boolean(),
  accept: z.array(z.enum(MEDIA_TYPES)).check(z.minLength(1), z.maxLength(MEDIA_TYPES.length)),
  maxBytes: z.int().check(z.minimum(1), z.maximum(MAX_DOCUMENT_BYTES)),
  minPixels: z.optional(z.int().check(z.minimum(1), z.maximum(20_000))),
  maxPages: z.optional(z.int().check(z.minimum(1), z.maximum(500))),
  sides: z.int().check(z.minimum(1), z.maximum(2)),
  translation: z.boolean(),
  certified: z.boolean(),
  conditions: z.optional(I18nTextInput),
  exampleUrl: z.optional(z.string().check(z.maxLength(500), z.regex(/^https:\/\/[^\s/]+\/\S*$/))),
  alternatives: z.array(z.enum(DOCUMENT_KINDS)).check(z.maxLength(10)),
});
export type DocumentRequirementInput = z.infer<typeof DocumentRequirementInput>;

/** What of a requirement decides whether a file can be taken at all. */
export type FileLimits = Readonly<Pick<DocumentRequirement, 'accept' | 'maxBytes'>> &
  Readonly<Partial<Pick<DocumentRequirement, 'minPixels' | 'maxPages'>>>;

/** The limits where no requirement says anything. */
export const DEFAULT_LIMITS: FileLimits = { accept: [...MEDIA_TYPES], maxBytes: DEFAULT_MAX_BYTES };

/** Why a file of this type and size cannot be taken; `undefined` when it can. Asked on both sides. */
export function refuseFile(
  { mediaType, bytes }: { readonly mediaType: string; readonly bytes: number },
  { accept, maxBytes }: FileLimits,
): 'empty' | 'too_large' | 'type_not_supported' | undefined {
  if (bytes === 0) return 'empty';
  if (!accept.includes(mediaType)) return 'type_not_supported';
  return bytes > maxBytes ? 'too_large' : undefined;
}
