// What every part of the screen needs in order to write for its reader.

import type { Catalogue } from './catalogues.ts';
import type { Reader } from './dates.ts';
import { languageChain } from './language.ts';
import type { Localize } from './localize.ts';
import type { Messages } from '../locales/messages.ts';

/** A reader, their texts, and the moment at which they read. */
export interface Reading {
  readonly messages: Messages;
  readonly reader: Reader;
  /** BCP 47 tags for texts of the API, the best first. */
  readonly languages: readonly string[];
  /** Milliseconds of Unix time. */
  readonly now: number;
  /** The same in a language in which the texts were checked, where nobody has checked `messages`. */
  readonly checked?: Reading | undefined;
}

/** `undefined` until there are texts. */
export function readingOf({ messages, reader, languages, checked }: Localize): Reading | undefined {
  if (!messages) return undefined;
  const now = Date.now();
  return { messages, reader, languages, now, checked: checked && checkedReading(checked, reader, now) };
}

function checkedReading({ lang, messages }: Catalogue, { wanted }: Reader, now: number): Reading {
  return { messages, reader: { lang, wanted }, languages: languageChain(lang), now };
}
