// Text that people read, in several languages, each with the level of review its translation had.

import * as z from 'zod/mini';

/** Who looked at a translation, from nobody to a professional translator. */
export const REVIEW_LEVELS = ['none', 'machine', 'peer', 'professional'] as const;
export type ReviewLevel = (typeof REVIEW_LEVELS)[number];

const languageTag = z.string().check(z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/));
const wording = z.strictObject({
  text: z.string().check(z.minLength(1), z.maxLength(500)),
  reviewed: z.enum(REVIEW_LEVELS),
});

/** BCP 47 tag to wording, as a server accepts it. */
export const I18nTextInput = z.record(languageTag, wording);

/** BCP 47 tag to wording, as a client reads it. An unknown review level counts as `none`. */
export const I18nText = z.record(
  z.string(),
  z.object({ text: z.string(), reviewed: z.catch(z.enum(REVIEW_LEVELS), 'none') }),
);
export type I18nText = z.infer<typeof I18nText>;

/** A wording picked for a reader: the text, its language, and how well it was reviewed. */
export interface PickedText {
  readonly text: string;
  /** BCP 47 tag, for the `lang` attribute of the element that shows the text. */
  readonly lang: string;
  readonly reviewed: ReviewLevel;
}

/**
 * Picks the wording for a reader.
 *
 * @param languages BCP 47 tags in order of preference. A tag matches itself, then its shorter forms
 * (`fa-AF`, then `fa`). When nothing matches, English is used, then any language that there is.
 */
export function pickText(text: I18nText, languages: readonly string[]): PickedText | undefined {
  for (const wanted of [...languages, 'en']) {
    for (let tag = wanted; tag !== ''; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
      const found = text[tag];
      if (found) return { ...found, lang: tag };
    }
  }
  const [first] = Object.entries(text);
  return first && { ...first[1], lang: first[0] };
}
