// What a page and a frame on it say to each other. Both sides read strangers' words: the page may be hostile, and either
// may be newer than the other. So a message that is not understood is left alone, and none carries anything about a person.

import * as z from 'zod/mini';

/** Raised when an older side could not follow any more. */
export const FRAME_VERSION = 1;

/** As many elements as anybody puts in one frame. */
const MOST_ELEMENTS = 20;
const MOST_ATTRIBUTES = 40;
const LONGEST_VALUE = 2_000;
/** CSS pixels. No screen is so high that more would be wanted. */
const MOST_HEIGHT = 100_000;

const ShortText = z.string().check(z.maxLength(LONGEST_VALUE));

/** How the page wants the frame to look. */
export const FrameLook = z.object({
  /** BCP 47 tag: the language that the page asks for where the frame stands. */
  lang: ShortText,
  /** The page's `color-scheme` there. */
  scheme: ShortText,
  /** Custom properties that the page has set; of these, only the known ones with a value of their kind count. */
  tokens: z.record(z.string(), ShortText),
});
export type FrameLook = z.infer<typeof FrameLook>;

/** An element that the page wants in the frame. */
export const FramedElement = z.object({
  tag: z.string().check(z.regex(/^lintas-[a-z-]+$/)),
  attributes: z
    .record(z.string().check(z.regex(/^[a-z-]+$/)), ShortText)
    .check(z.refine((attributes) => Object.keys(attributes).length <= MOST_ATTRIBUTES)),
});
export type FramedElement = z.infer<typeof FramedElement>;

/**
 * The page's first words, to the frame's window, with the port through which all else goes. The frame takes them from the
 * window around it only, and from an origin that its key allows.
 */
export const FrameGreeting = z.object({
  lintas: z.literal('frame'),
  version: z.literal(FRAME_VERSION),
  /** Publishable key of the page, with which the elements call. */
  key: ShortText,
  /** Where the way out leads. */
  exit: ShortText,
  elements: z.array(FramedElement).check(z.maxLength(MOST_ELEMENTS)),
  look: FrameLook,
});
export type FrameGreeting = z.infer<typeof FrameGreeting>;

/** What the page says through the port. */
export const ToFrame = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('look'), look: FrameLook }),
  /** The person leaves the page at once: forget everything. */
  z.object({ kind: z.literal('leave') }),
]);
export type ToFrame = z.infer<typeof ToFrame>;

/** What the frame says through the port. */
export const FromFrame = z.discriminatedUnion('kind', [
  /** The elements are on the screen. */
  z.object({ kind: z.literal('shown') }),
  /** How high what stands in the frame is, in CSS pixels. */
  z.object({ kind: z.literal('height'), pixels: z.number().check(z.minimum(0), z.maximum(MOST_HEIGHT)) }),
  /** The person goes on at a place that far below the frame's upper edge, in CSS pixels. */
  z.object({ kind: z.literal('focus'), pixels: z.number().check(z.minimum(0), z.maximum(MOST_HEIGHT)) }),
  /** The person leaves the page at once, from within the frame. */
  z.object({ kind: z.literal('leave') }),
  /** Everything is forgotten, also on the device. */
  z.object({ kind: z.literal('left') }),
]);
export type FromFrame = z.infer<typeof FromFrame>;
