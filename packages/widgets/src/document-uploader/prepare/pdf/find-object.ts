// Finds an object of a PDF by its number, also where it is packed together with others (ISO 32000-1, section 7.5.7).

import { asText, type ByteSource } from '../byte-source.ts';
import type { ObjectLocation, Section } from './cross-reference.ts';
import { isDictionary, isReference, parseValue, type PdfValue } from './parse-value.ts';
import { readObject, type PdfObject } from './read-object.ts';
import { readStream } from './read-stream.ts';

/** More objects than any writer packs together. */
const MAX_PACKED = 100_000;

/** Makes the function that finds objects; it answers `undefined` where the file's tables do not lead to one. */
export function createObjectFinder(
  source: ByteSource,
  sections: readonly Section[],
): (object: number) => Promise<PdfValue | undefined> {
  async function findInFile(number: number): Promise<PdfObject | undefined> {
    const location = await locate(sections, number);
    return location && 'offset' in location ? readObject(source, location.offset, number) : undefined;
  }

  async function findPacked(number: number, stream: number): Promise<PdfValue | undefined> {
    const holder = await findInFile(stream);
    if (!holder || !isDictionary(holder.value) || holder.streamStart === undefined) return undefined;
    const given = holder.value.get('Length');
    const length = isReference(given) ? (await findInFile(given.object))?.value : given;
    const bytes = await readStream(source, holder.streamStart, length, holder.value);
    const [first, count] = [holder.value.get('First'), holder.value.get('N')];
    if (!bytes || typeof first !== 'number' || typeof count !== 'number') return undefined;
    return unpack(asText(bytes), first, count, number);
  }

  return async (number) => {
    const location = await locate(sections, number);
    if (!location) return undefined;
    return 'stream' in location ? findPacked(number, location.stream) : (await findInFile(number))?.value;
  };
}

/** The newest section that knows the object. */
async function locate(sections: readonly Section[], object: number): Promise<ObjectLocation | undefined> {
  for (const section of sections) {
    const location = await section.find(object);
    if (location) return location;
  }
  return undefined;
}

/**
 * Pairs of number and distance, then the values. Walked from pair to pair up to the first that is none: a search for pairs
 * would begin anew at each digit of a hostile file.
 */
function unpack(text: string, first: number, count: number, number: number): PdfValue | undefined {
  const head = text.slice(0, first);
  let at = 0;
  for (let pair = 0; pair < Math.min(count, MAX_PACKED); pair += 1) {
    const object = parseValue(head, at);
    const distance = object && parseValue(head, object.end);
    if (typeof object?.value !== 'number' || typeof distance?.value !== 'number') return undefined;
    if (object.value === number) return parseValue(text, first + distance.value)?.value;
    at = distance.end;
  }
  return undefined;
}
