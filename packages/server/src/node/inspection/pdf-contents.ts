// Looks into a PDF object by object, also into those that are packed: for what acts by itself, for what is encrypted, and
// for what unpacks to too much.

import type { DocumentReason } from '@lintas/contract';
import { TooLarge, TooTangled, type Budget } from './pdf-budget.ts';
import { filtersOf, numberAt, walkObject, walkObjects, type WalkedObject } from './pdf-objects.ts';
import { measureStream, NotReadable, unpackObjects } from './pdf-streams.ts';

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

/** Why the file cannot be used; the first thing that is found. */
export async function findReason(bytes: Buffer, budget: Budget): Promise<DocumentReason | undefined> {
  let reason: DocumentReason | undefined;
  try {
    for (const object of walkObjects(bytes, budget)) {
      // What is encrypted looks active or broken by chance, so that comes first.
      if (object.tokens.includes('/Encrypt')) return 'encrypted';
      reason ??= await reasonIn(object, bytes, budget);
    }
  } catch (error) {
    if (!(error instanceof TooTangled)) throw error;
    reason ??= 'corrupt';
  }
  return reason;
}

async function reasonIn(
  object: WalkedObject,
  bytes: Buffer,
  budget: Budget,
): Promise<DocumentReason | undefined> {
  if (isActive(object)) return 'active_content';
  if (!object.hasStream) return undefined;
  const filters = filtersOf(object);
  try {
    if (!packsObjects(object)) {
      await measureStream(bytes, object.end, filters ?? [], budget);
      return undefined;
    }
    const data = await unpackObjects(bytes, object.end, filters, budget);
    return packsActive(object, data, budget) ? 'active_content' : undefined;
  } catch (error) {
    if (error instanceof TooLarge) return 'too_large';
    if (error instanceof NotReadable) return 'corrupt';
    throw error;
  }
}

function isActive({ tokens }: WalkedObject): boolean {
  return tokens.some((token) => ACTIVE.has(token));
}

/** Readers take any stream for one of objects that says how many there are and where they begin. */
function packsObjects({ tokens }: WalkedObject): boolean {
  return tokens.includes('/ObjStm') || (tokens.includes('/First') && tokens.includes('/N'));
}

/**
 * Such a stream begins with pairs of numbers: which object, and where it begins (section 7.5.7). Each is read from
 * there, and then whatever lies between them.
 */
function packsActive(stream: WalkedObject, data: Buffer, budget: Budget): boolean {
  const first = numberAt(stream, '/First');
  // Told twice, readers differ in which they believe.
  if (first === undefined || stream.tokens.filter((token) => token === '/First').length > 1) {
    throw new NotReadable('A stream of objects does not say where they begin.');
  }
  /** Where each object ends that has been read, by where it begins. */
  const ends = new Map<number, number>();
  const readsActive = (start: number): boolean => {
    if (ends.has(start)) return false;
    const object = walkObject(data, start, budget);
    ends.set(start, object.end);
    return isActive(object);
  };
  for (const start of listedStarts(data, first)) if (readsActive(start)) return true;
  for (let at = first; at < data.length;) {
    if (readsActive(at)) return true;
    // What is no object, such as a keyword, is stepped over; one blank stands between two that are listed.
    at = Math.max(ends.get(at) ?? 0, at + 1);
    if (ends.has(at + 1)) at += 1;
  }
  return false;
}

function* listedStarts(data: Buffer, first: number): Generator<number> {
  let isStart = false;
  for (const [number] of data.toString('latin1', 0, first).matchAll(/\S+/g)) {
    const start = first + Number(number);
    if (isStart && Number.isSafeInteger(start)) yield start;
    isStart = !isStart;
  }
}
