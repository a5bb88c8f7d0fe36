// Looks into a PDF: object by object for what acts by itself, then as a reader opens it.

import type { DocumentReason, FileLimits } from '@lintas/contract';
import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import type { Inspection } from '../../documents/checks/inspection.ts';
import { filtersOf, numberAt, walkObject, walkObjects, type WalkedObject } from './pdf-objects.ts';
import { measureStream, newBudget, NotReadable, TooLarge, unpackObjects } from './pdf-streams.ts';

/** Where the end is looked for (ISO 32000-1, annex H, implementation note 18). */
const TAIL_BYTES = 1024;

/** Scripts, programs, files within the file, forms that send, and what opens other files (sections 12.6.4 and 7.11). */
const ACTIVE = new Set([
  '/JavaScript',
  '/JS',
  '/Launch',
  '/AA',
  '/EmbeddedFile',
  '/EmbeddedFiles',
  '/EF',
  '/RichMedia',
  '/3D',
  '/XFA',
  '/SubmitForm',
  '/ImportData',
  '/GoToR',
  '/GoToE',
]);

export async function inspectPdf(bytes: Buffer, { maxPages }: FileLimits): Promise<Inspection> {
  if (!bytes.subarray(-TAIL_BYTES).includes('%%EOF')) return failed('format', 'corrupt');
  const reason = findReason(bytes);
  if (reason === 'active_content') return failed('safety', reason);
  if (reason !== undefined) return failed('format', reason);
  const document = await open(bytes);
  if (!document) return failed('format', 'corrupt');
  if (actsWhenOpened(document)) return failed('safety', 'active_content');
  const pages = document.getPageCount();
  if (pages === 0) return failed('format', 'corrupt');
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

/** Why the file cannot be used; the first thing that is found. */
function findReason(bytes: Buffer): DocumentReason | undefined {
  try {
    let reason: DocumentReason | undefined;
    const budget = newBudget();
    for (const object of walkObjects(bytes)) {
      // What is encrypted looks active or broken by chance, so that comes first.
      if (object.tokens.includes('/Encrypt')) return 'encrypted';
      reason ??= isActive(object) ? 'active_content' : undefined;
      if (!object.hasStream || reason !== undefined) continue;
      const filters = filtersOf(object);
      if (!packsObjects(object)) measureStream(bytes, object.end, filters ?? [], budget);
      else if (packedObjects(object, unpackObjects(bytes, object.end, filters)).some(isActive)) {
        reason = 'active_content';
      }
    }
    return reason;
  } catch (error) {
    if (error instanceof TooLarge) return 'too_large';
    if (error instanceof NotReadable) return isEncrypted(bytes) ? 'encrypted' : 'corrupt';
    throw error;
  }
}

function isActive({ tokens }: WalkedObject): boolean {
  return tokens.some((token) => ACTIVE.has(token));
}

function isEncrypted(bytes: Buffer): boolean {
  for (const { tokens } of walkObjects(bytes)) if (tokens.includes('/Encrypt')) return true;
  return false;
}

/** Readers take any stream for one of objects that says how many there are and where they begin. */
function packsObjects({ tokens }: WalkedObject): boolean {
  return tokens.includes('/ObjStm') || (tokens.includes('/First') && tokens.includes('/N'));
}

/**
 * Such a stream begins with pairs of numbers: which object, and where it begins (section 7.5.7). Each is read from
 * there, and then whatever lies between them.
 */
function packedObjects(stream: WalkedObject, data: Buffer): WalkedObject[] {
  const first = numberAt(stream, '/First');
  // Told twice, readers differ in which they believe.
  if (first === undefined || stream.tokens.filter((token) => token === '/First').length > 1) {
    throw new NotReadable('A stream of objects does not say where they begin.');
  }
  const numbers = data.toString('latin1', 0, first).trim().split(/\s+/).map(Number);
  const starts = numbers.filter((_, index) => index % 2 === 1).map((offset) => first + offset);
  const objects = new Map(starts.map((start) => [start, walkObject(data, start)]));
  for (let at = first; at < data.length;) {
    const object = objects.get(at) ?? walkObject(data, at);
    objects.set(at, object);
    // What is no object, such as a keyword, is stepped over; one blank stands between two that are listed.
    at = Math.max(object.end, at + 1);
    if (objects.has(at + 1)) at += 1;
  }
  return [...objects.values()];
}

async function open(bytes: Buffer): Promise<PDFDocument | undefined> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    document.getPageCount();
    return document;
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
