// Text from outside, as a server accepts it before anybody else reads it.

import * as z from 'zod/mini';

/**
 * One line of well-formed text: no control characters (a database may refuse them, a terminal obey them)
 * and none of the marks that reorder what stands around them. The marks that scripts need are fine.
 */
const ONE_LINE = /^[^\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u;
const NOT_BLANK = /\S/;

/** A line of text that is not blank, of at most `maxLength` UTF-16 units. */
// @__NO_SIDE_EFFECTS__
export function plainText(maxLength: number) {
  return z
    .string()
    .check(
      z.minLength(1),
      z.maxLength(maxLength),
      z.regex(NOT_BLANK, 'Must not be blank.'),
      z.regex(ONE_LINE, 'Must be one line without control characters.'),
    );
}

/**
 * The text as {@link plainText} accepts it: without the characters that it refuses, and of what is longer the end, where
 * a file's name says what it is. `undefined` where nothing to read is left.
 */
export function toPlainText(text: string, maxLength: number): string | undefined {
  // A cut may leave half a character at the beginning, which is refused as well.
  const line = withoutRefused(withoutRefused(text).slice(-maxLength));
  return NOT_BLANK.test(line) ? line : undefined;
}

function withoutRefused(text: string): string {
  return [...text].filter((character) => ONE_LINE.test(character)).join('');
}

// A method call hides from bundlers that nothing happens here: the annotation lets them drop it where it is unused.
/** An id as the API hands it out; opaque. */
export const Id = /* @__PURE__ */ z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));
