// What can be said of a PDF (ISO 32000-1) from its tables: whether it is locked, and how many pages it has. Reads a
// few pieces of the file, by the places that its cross-reference names.

import { asText, type ByteSource } from '../byte-source.ts';
import { readSections, type Section } from './cross-reference.ts';
import { createObjectFinder } from './find-object.ts';
import { isDictionary, isReference, type PdfValue } from './parse-value.ts';

export interface PdfFacts {
  /** The file has its end: a download that broke off has none. */
  readonly complete: boolean;
  readonly encrypted: boolean;
  /** `undefined` where the file's tables do not lead to its pages. */
  readonly pages: number | undefined;
}

/** Readers look for the end in the last 1024 bytes (annex H, note 18). */
const TAIL = 1024;

export async function readPdf(source: ByteSource): Promise<PdfFacts> {
  const tail = asText(await source.read(Math.max(0, source.size - TAIL), TAIL));
  const [, offset] = /^[^]*startxref\s+(\d{1,12})/.exec(tail) ?? [];
  const sections = offset === undefined ? [] : await readSections(source, Number(offset));
  return {
    complete: tail.includes('%%EOF'),
    encrypted:
      sections.some(({ trailer }) => trailer.has('Encrypt')) || /\/Encrypt\s+\d+\s+\d+\s+R/.test(tail),
    pages: await countPages(source, sections),
  };
}

/** The tree of pages says how many leaves it has (section 7.7.3). */
async function countPages(source: ByteSource, sections: readonly Section[]): Promise<number | undefined> {
  const find = createObjectFinder(source, sections);
  const follow = async (value: PdfValue | undefined): Promise<PdfValue | undefined> =>
    isReference(value) ? find(value.object) : value;
  const root = sections.find(({ trailer }) => trailer.has('Root'))?.trailer.get('Root');
  const catalog = await follow(root);
  const pages = isDictionary(catalog) ? await follow(catalog.get('Pages')) : undefined;
  const count = isDictionary(pages) ? await follow(pages.get('Count')) : undefined;
  return typeof count === 'number' && Number.isInteger(count) && count > 0 ? count : undefined;
}
