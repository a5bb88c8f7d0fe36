// What looking into one PDF may cost. A few kilobytes can unpack to gigabytes, and objects that begin within each other
// could be read over and over: the work grows with the file, whatever is in it.

const MEBIBYTE = 1024 * 1024;
/** Honest files are read once at most: the data of their streams is not read as tokens. */
const READS_PER_BYTE = 4;
/** Ten sheets in colour at 600 dpi have 1050 MB. */
const MAX_UNPACKED_BYTES = 1024 * MEBIBYTE;
/** Objects are packed by the hundred, not by the million. */
const MAX_OBJECTS_BYTES = 32 * MEBIBYTE;

/** Counted down for the file as a whole. */
export interface Budget {
  /** Bytes to read as tokens. */
  reading: number;
  /** Bytes that go into what unpacks streams, and come out of it. */
  unpacking: number;
  /** Bytes of packed objects. */
  objects: number;
}

/** The stream unpacks to more than a paper needs. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** Objects begin within each other again and again, or lie too deep in one another: no program writes that. */
export class TooTangled extends Error {
  override readonly name = 'TooTangled';
}

/** @param bytes length of the file */
export function budgetFor(bytes: number): Budget {
  return { reading: bytes * READS_PER_BYTE, unpacking: MAX_UNPACKED_BYTES, objects: MAX_OBJECTS_BYTES };
}

/** @throws TooTangled */
export function spendOnReading(budget: Budget, bytes: number): void {
  budget.reading -= bytes;
  if (budget.reading < 0) throw new TooTangled('The objects of a file are read too often.');
}

/** Packed objects are read like those of the file. @throws TooLarge */
export function addObjects(budget: Budget, bytes: number): void {
  budget.objects -= bytes;
  if (budget.objects < 0) throw new TooLarge('The packed objects of a file unpack to too much.');
  budget.reading += bytes * READS_PER_BYTE;
}
