// What the parts of the opened documents need in order to write for their reader, and how they name things.

import { pickText } from '@lintas/contract/core';
import type { DocumentRequirement, FileLimits } from '@lintas/contract/documents';
import { isolate } from '../core/bidi.ts';
import { formatBytes } from '../core/bytes.ts';
import type { ReadingWith } from '../core/reader-texts.ts';
import type { DocumentMessages, LimitFacts } from '../locales/documents/messages.ts';
import { textFor } from '../locales/messages.ts';

export type DocumentReading = ReadingWith<DocumentMessages>;

/** What files have to be like, in words for a sentence. */
export function limitFacts(
  limits: FileLimits,
  { texts, reader }: Pick<DocumentReading, 'texts' | 'reader'>,
): LimitFacts {
  const types = limits.accept.map((type) => textFor(texts.mediaTypes, type));
  return {
    size: isolate(formatBytes(limits.maxBytes, reader)),
    types: isolate(new Intl.ListFormat([reader.lang, 'en'], { type: 'disjunction' }).format(new Set(types))),
    pixels: limits.minPixels === undefined ? undefined : isolate(String(limits.minPixels)),
    pages: limits.maxPages === undefined ? undefined : isolate(String(limits.maxPages)),
  };
}

/** What a paper is called, with its side where it has two. */
export function paperName(
  requirement: DocumentRequirement | undefined,
  side: string,
  { texts, languages }: DocumentReading,
): string {
  const title = requirement && pickText(requirement.title, languages)?.text;
  const name = isolate(title ?? texts.paper.otherTitle);
  return side === 'front' || side === 'back' ? `${name} (${textFor(texts.sides, side)})` : name;
}
