// The texts of one widget for one reader: in their own language, and those that stand beside them where nobody has checked
// them.

import type { Localize } from './localize.ts';
import type { OwnCatalogue } from './own-catalogue.ts';
import type { Reading } from './reading.ts';

/** A reading that has the widget's own texts, too. */
export interface ReadingWith<Messages> extends Reading {
  readonly texts: Messages;
  readonly checked?: Omit<ReadingWith<Messages>, 'checked'> | undefined;
}

export interface ReaderTexts<Messages> {
  readonly lang: string;
  readonly texts: Messages;
  readonly checked: Messages | undefined;
}

/** Loads them. Rejects when they cannot be fetched; a later call tries again. */
export async function loadReaderTexts<Messages>(
  load: OwnCatalogue<Messages>['load'],
  { lang, checked: other }: Pick<Localize, 'lang' | 'checked'>,
): Promise<ReaderTexts<Messages>> {
  const [texts, checked] = await Promise.all([load(lang), other ? load(other.lang) : undefined]);
  return { lang, texts, checked };
}

/** `undefined` until there are texts. */
export function readingWith<Messages>(
  reading: Reading | undefined,
  loaded: ReaderTexts<Messages> | undefined,
): ReadingWith<Messages> | undefined {
  if (!reading || !loaded) return undefined;
  const { texts, checked } = loaded;
  return { ...reading, texts, checked: reading.checked && checked && { ...reading.checked, texts: checked } };
}
