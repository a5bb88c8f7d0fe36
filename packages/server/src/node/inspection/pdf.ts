// Looks into a PDF: object by object for what acts by itself, then as a reader opens it.

import type { DocumentReason, FileLimits } from '@lintas/contract';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFPageLeaf, PDFPageTree } from '@cantoo/pdf-lib';
import type { Inspection } from '../../documents/checks/inspection.ts';
import { budgetFor } from './pdf-budget.ts';
import { findReason } from './pdf-contents.ts';

/** Where the end is looked for (ISO 32000-1, annex H, implementation note 18). */
const TAIL_BYTES = 1024;

export async function inspectPdf(bytes: Buffer, { maxPages }: FileLimits): Promise<Inspection> {
  if (!bytes.subarray(-TAIL_BYTES).includes('%%EOF')) return failed('format', 'corrupt');
  const reason = await findReason(bytes, budgetFor(bytes.length));
  if (reason === 'active_content') return failed('safety', reason);
  if (reason !== undefined) return failed('format', reason);
  const document = await open(bytes);
  const pages = document && countPages(document);
  if (!pages) return failed('format', 'corrupt');
  if (actsWhenOpened(document)) return failed('safety', 'active_content');
  if (maxPages !== undefined && pages > maxPages) return { ...failed('format', 'too_many_pages'), pages };
  return {
    findings: [
      { method: 'format', result: 'pass' },
      { method: 'safety', result: 'pass' },
    ],
    pages,
  };
}

function failed(method: 'format' | 'safety', reason: DocumentReason): Inspection {
  return { findings: [{ method, result: 'fail', reason }] };
}

async function open(bytes: Buffer): Promise<PDFDocument | undefined> {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false });
  } catch {
    return undefined;
  }
}

/**
 * Groups of pages are a tree (section 7.7.3): where one is in two others, or in itself, a few of them could hold more
 * pages than anybody could count.
 *
 * @returns `undefined` when they are no tree
 */
function countPages({ catalog, context }: PDFDocument): number | undefined {
  try {
    let pages = 0;
    const groups = new Set([catalog.Pages()]);
    for (const group of groups) {
      for (const kid of group
        .Kids()
        .asArray()
        .map((reference) => context.lookup(reference))) {
        if (kid instanceof PDFPageLeaf) pages += 1;
        if (!(kid instanceof PDFPageTree)) continue;
        if (groups.has(kid)) return undefined;
        groups.add(kid);
      }
    }
    return pages;
  } catch {
    return undefined;
  }
}

/** Many programs write where a reader begins to read; anything else that happens by itself is not wanted. */
function actsWhenOpened({ catalog }: PDFDocument): boolean {
  const action = catalog.lookup(PDFName.of('OpenAction'));
  if (action === undefined || action instanceof PDFArray) return false;
  return !(action instanceof PDFDict && action.lookup(PDFName.of('S')) === PDFName.of('GoTo'));
}
