// The texts about documents for one reader: their own, and those that stand beside them where nobody has checked them.

import type { Localize } from '../core/localize.ts';
import type { Reading } from '../core/reading.ts';
import type { DocumentMessages } from '../locales/documents/messages.ts';
import type { DocumentReading } from './document-reading.ts';
import { loadDocumentTexts } from './texts.ts';

export interface ReaderTexts {
  readonly lang: string;
  readonly texts: DocumentMessages;
  readonly checked: DocumentMessages | undefined;
}

/** Loads them. Rejects when they cannot be fetched; a later call tries again. */
export async function loadReaderTexts({
  lang,
  checked: other,
}: Pick<Localize, 'lang' | 'checked'>): Promise<ReaderTexts> {
  const [texts, checked] = await Promise.all([
    loadDocumentTexts(lang),
    other ? loadDocumentTexts(other.lang) : undefined,
  ]);
  return { lang, texts, checked };
}

/** `undefined` until there are texts. */
export function documentReadingOf(
  reading: Reading | undefined,
  loaded: ReaderTexts | undefined,
): DocumentReading | undefined {
  if (!reading || !loaded) return undefined;
  const { texts, checked } = loaded;
  return { ...reading, texts, checked: reading.checked && checked && { ...reading.checked, texts: checked } };
}
