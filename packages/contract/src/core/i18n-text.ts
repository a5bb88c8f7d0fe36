// Text that people read, in several languages, each with the level of review its translation had.

import * as z from 'zod/mini';
import { isKnown, openEnum } from './open-enum.ts';
import { plainText } from './plain-text.ts';
import { REVIEW_LEVELS, type ReviewLevel } from './review-level.ts';

const languageTag = /* @__PURE__ */ z
  .string()
  .check(z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/), z.maxLength(35));
const wording = z.strictObject({ text: plainText(500), reviewed: z.enum(REVIEW_LEVELS) });
const MAX_LANGUAGES = 40;

/** BCP 47 tag to wording, as a server accepts it: at least one language, and none twice. */
export const I18nTextInput = /* @__PURE__ */ z.record(languageTag, wording).check(
  z.refine((text) => Object.keys(text).length > 0, 'Needs at least one language.'),
  z.refine((text) => Object.keys(text).length <= MAX_LANGUAGES, `At most ${MAX_LANGUAGES} languages.`),
  z.refine((text) => !comesTwice(Object.keys(text)), 'A language comes twice.'),
);

export type I18nTextInput = z.infer<typeof I18nTextInput>;

export const OpenReviewLevel = openEnum<ReviewLevel>();

/** BCP 47 tag to wording, as a client reads it. */
export const I18nText = z.record(z.string(), z.object({ text: z.string(), reviewed: OpenReviewLevel }));
export type I18nText = z.infer<typeof I18nText>;

/** A wording picked for a reader: the text, its language, and how well it was reviewed. */
export interface PickedText {
  readonly text: string;
  /** BCP 47 tag, for the `lang` attribute of the element that shows the text. */
  readonly lang: string;
  /** A level that only a newer version knows counts as `none`. */
  readonly reviewed: ReviewLevel;
}

/**
 * Picks the wording for a reader.
 *
 * @param languages BCP 47 tags in order of preference. A tag matches itself, then its shorter forms
 * (`fa-AF`, then `fa`); upper and lower case are the same. When nothing matches, English is used, then any
 * language that there is.
 */
export function pickText(text: I18nText, languages: readonly string[]): PickedText | undefined {
  for (const wanted of [...languages, 'en']) {
    for (let tag = preferred(wanted.toLowerCase()); tag !== ''; tag = shortened(tag)) {
      const found = wordingIn(text, (lang) => lang.toLowerCase() === tag);
      if (found) return found;
    }
  }
  return wordingIn(text, () => true);
}

/** Looks at what is there instead of asking for a name: a page's language may be called `constructor`. */
function wordingIn(text: I18nText, isWanted: (lang: string) => boolean): PickedText | undefined {
  const found = Object.entries(text).find(([lang]) => isWanted(lang));
  if (!found) return undefined;
  const [lang, { text: words, reviewed }] = found;
  return { text: words, lang, reviewed: isKnown(REVIEW_LEVELS, reviewed) ? reviewed : 'none' };
}

/** Browsers call Dari `prs` or `fa-AF`; texts are filed under the latter. */
function preferred(tag: string): string {
  return tag.replace(/^prs(?=-|$)/, 'fa-af');
}

function shortened(tag: string): string {
  return tag.slice(0, Math.max(0, tag.lastIndexOf('-')));
}

function comesTwice(tags: readonly string[]): boolean {
  return new Set(tags.map((tag) => tag.toLowerCase())).size < tags.length;
}
