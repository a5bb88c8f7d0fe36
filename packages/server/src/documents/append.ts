// Appends the bytes of a request to an upload. One piece is written while the next one comes; whatever was cut off on
// its way is kept as far as it came.

import type { RunningHash } from '../adapters.ts';
import { StorageUnavailable } from '../blobs/blob-store.ts';
import { sealedStore } from '../blobs/sealed.ts';
import type { Dependencies } from '../dependencies.ts';
import { Refusal } from '../http/problems.ts';
import { hex } from '../identifiers.ts';
import { openIntake, type Piece } from './intake.ts';
import { addSegments, segmentsOf, type Segment } from './segments.ts';
import type { DocumentRow } from './store.ts';

export interface Append {
  readonly body: AsyncIterable<Uint8Array>;
  /** SHA-256 that the body has to have; without a match nothing of it is kept. */
  readonly checksum?: Uint8Array | undefined;
}

type Tools = Pick<Dependencies, 'database' | 'blobs' | 'clock' | 'cryptography'>;

const NAME_BYTES = 16;

/**
 * Appends from where `document` stands. Resolves with the document as it is once every byte of the body is durable.
 *
 * @throws Refusal `upload-busy` when another request was faster, `checksum-mismatch`, `body-too-large`
 */
export async function appendBytes(
  document: DocumentRow,
  { body, checksum }: Append,
  tools: Tools,
): Promise<DocumentRow> {
  const { cryptography } = tools;
  const blobs = sealedStore(tools, document.key_share);
  const intake = openIntake(body, document.bytes - document.received);
  const hash = checksum && cryptography.startSha256();
  const log = openLog(document, tools);
  let written: Promise<void> = Promise.resolve();
  /** Nobody waits for more when what has come cannot be kept. */
  const next = (): Promise<Piece | undefined> => Promise.race([intake.next(), failureOf(written)]);
  try {
    for (let piece = await next(); piece; piece = await next()) {
      const blob = log.name();
      const put = blobs.put(blob, hash ? hashing(piece.bytes, hash) : piece.bytes);
      // A store that fails at once never reads the piece.
      const length = await Promise.race([piece.taken, put.then(() => piece.taken)]);
      const before = written;
      written = put.then(async () => {
        await before;
        log.add(blob, length);
        if (!hash) await log.commit();
      });
      // Looked at in the next turn; until then nobody listens.
      written.catch(() => {});
      await before;
    }
    await written;
    if (hash && checksum) {
      if (intake.cut) throw intake.cut;
      if (hex(hash.digest()) !== hex(checksum)) throw new Refusal('checksum-mismatch');
      await log.commit();
    }
    if (intake.cut) throw intake.cut;
    return log.document();
  } catch (error) {
    await written.catch(() => {});
    // A store that does not answer would only keep people waiting once more.
    if (!(error instanceof StorageUnavailable)) await log.discard();
    throw error;
  }
}

/** Rejects when the work does, and otherwise stays as it is. */
function failureOf(work: Promise<unknown>): Promise<never> {
  return new Promise((_, reject) => void work.catch(reject));
}

/** What of the body is in the blob store, and how much of that the document knows of. */
function openLog(document: DocumentRow, { database, blobs, clock, cryptography }: Tools) {
  /** Blobs that are no part of the document; one may still be being written. */
  const loose = new Set<string>();
  let stands = document;
  let end = document.received;
  let waiting: Segment[] = [];

  return {
    document: () => stands,
    name() {
      const blob = segmentsOf(document.id) + hex(cryptography.randomBytes(NAME_BYTES));
      loose.add(blob);
      return blob;
    },
    add(blob: string, length: number) {
      waiting.push({ start: end, length, blob });
      end += length;
    },
    async commit() {
      const segments = waiting;
      waiting = [];
      // If the connection breaks just now, nobody knows whether they are a part of it: then they stay.
      for (const { blob } of segments) loose.delete(blob);
      const added = await database.inTenant(document.tenant_id, (transaction) =>
        addSegments(transaction, stands, segments, new Date(clock())),
      );
      if (!added) {
        for (const { blob } of segments) loose.add(blob);
        throw new Refusal('upload-busy', { retryAfter: 1 });
      }
      stands = added;
    },
    /** Removes what will never be a part of it. What this leaves behind is swept later. */
    async discard() {
      await Promise.all([...loose].map((blob) => blobs.deleteAll(blob).catch(() => {})));
    },
  };
}

async function* hashing(bytes: AsyncIterable<Uint8Array>, hash: RunningHash): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    hash.update(chunk);
    yield chunk;
  }
}
