// One file on its way: digested, announced, sent, and sent on from wherever it was cut, until all of it is safely there.

import { MAX_DOCUMENT_BYTES, type CreateDocument } from '@lintas/contract/documents';
import type { CaseConnection } from '../case-connection.ts';
import { digestOf, fingerprintOf, isLarge } from '../digest.ts';
import { FileChangedError, hasCode, LintasError } from '../errors.ts';
import { announcementOf, type Job, startAgain } from './job.ts';
import { withLock } from './lock.ts';
import type { Patience } from './patience.ts';
import {
  append,
  create,
  createWithBytes,
  findSame,
  look,
  type Destination,
  type Sending,
} from './destination.ts';
import type { UploadTiming } from './timing.ts';

export interface TransferTools {
  readonly patience: Patience;
  readonly timing: UploadTiming;
  readonly signal: AbortSignal;
  /** Whether the destination has to be known, and kept, before the first byte is sent. */
  readonly announceFirst: boolean;
  /** The document is there, and bytes of it are about to be sent. */
  readonly onDestination: () => Promise<void>;
  /** `elsewhere`: another tab is sending this file, and is waited for. */
  readonly onPhase: (phase: 'reading' | 'elsewhere' | 'sending') => void;
  /** How many bytes are safely there, or were at least handed to the network. */
  readonly onProgress: (bytes: number) => void;
}

/** Files up to this size go in the request that announces them. */
export const SMALL_BYTES: number = 256 * 1024;

/**
 * Brings a file to the API, however often it takes. Resolves when all of it is there.
 *
 * @throws FileChangedError; LintasError `file-not-taken` for a file that is larger than any that is taken; whatever no
 *   further try can change; the signal's reason
 */
export async function transfer(job: Job, tools: TransferTools): Promise<void> {
  const { signal, onPhase } = tools;
  if (job.file.size > MAX_DOCUMENT_BYTES) throw tooLarge();
  onPhase('reading');
  const digest = await (isLarge(job.file) ? fingerprintOf : digestOf)(job.file, signal);
  if (job.digest !== undefined && job.digest !== digest) throw new FileChangedError();
  job.digest = digest;
  await withLock(
    `lintas-upload-${digest}`,
    signal,
    () => onPhase('elsewhere'),
    async (waited) => {
      onPhase('sending');
      try {
        await sendAll(await begin(job, tools, waited), job, tools);
      } catch (error) {
        if (!(await hasExpired(error, job, tools))) throw error;
        startAgain(job);
        await sendAll(await begin(job, tools, false), job, tools);
      }
    },
  );
}

/** What the API would say, without the time that it takes to digest so much. */
function tooLarge(): LintasError {
  const title = 'The file is larger than any that is taken.';
  const type = 'urn:lintas:problem:file-not-taken';
  return new LintasError('file-not-taken', title, {
    problem: { type, title, status: 409, reason: 'too_large' },
  });
}

/** Where the bytes go: the document that there is already, or else a new one. */
async function begin(job: Job, tools: TransferTools, waited: boolean): Promise<Destination> {
  const { patience, signal } = tools;
  const { documentId } = job;
  const destination =
    documentId === undefined
      ? await findOrAnnounce(job, tools, waited)
      : await patience.untilDone((connection) => look(connection, documentId, signal));
  if (!isWhole(destination, job.file)) await tools.onDestination();
  return destination;
}

function findOrAnnounce(job: Job, tools: TransferTools, waited: boolean): Promise<Destination> {
  const { patience, signal } = tools;
  const announcement = announcementOf(job);
  if (!announcement) throw new TypeError('An upload without a document has to be described.');
  return patience.untilDone(async (connection) => {
    // Whoever was waited for may have sent it for the same place.
    const same = waited ? await findSame(connection, announcement, signal) : undefined;
    const destination = same ?? (await announce(connection, announcement, job, tools));
    job.documentId = destination.id;
    return destination;
  });
}

function announce(
  connection: CaseConnection,
  announcement: CreateDocument,
  job: Job,
  tools: TransferTools,
): Promise<Destination> {
  const { file, key } = job;
  const isFirst = job.announced === undefined;
  const inOne = file.size <= SMALL_BYTES && announcement.mrz === undefined && !tools.announceFirst;
  job.announced ??= inOne ? 'with-bytes' : 'alone';
  if (job.announced === 'alone') return create(connection, announcement, key, tools.signal);
  // It may be there already, though its answer was lost: then the bytes need not go again.
  const bytes = isFirst ? file : new Blob();
  return createWithBytes(connection, announcement, key, bytes, sendingFrom(0, tools));
}

async function sendAll(start: Destination, job: Job, tools: TransferTools): Promise<void> {
  const { patience, signal, onProgress } = tools;
  const { file } = job;
  let destination = start;
  while (!isWhole(destination, file)) {
    const { id, offset } = destination;
    onProgress(offset);
    const from = destination;
    const next = await patience.once((connection) =>
      append(connection, from, file, sendingFrom(offset, tools)),
    );
    destination = next ?? (await patience.untilDone((connection) => look(connection, id, signal)));
    if (destination.offset > offset) patience.progressed();
  }
  onProgress(file.size);
}

/**
 * Whether all of it is there and stays. Of a document that was given up or taken back, the next bytes are refused, though
 * all of them have arrived.
 */
function isWhole({ state, offset }: Destination, { size }: Blob): boolean {
  return state === 'finished' || (state === 'unfinished' && offset >= size);
}

function sendingFrom(offset: number, { timing, signal, onProgress }: TransferTools): Sending {
  return { timing, signal, onSent: (sent) => onProgress(offset + sent) };
}

/** Whether an upload took so long that its document was given up; one that was taken back is not begun anew. */
async function hasExpired(
  error: unknown,
  { documentId, description }: Job,
  tools: TransferTools,
): Promise<boolean> {
  if (!hasCode(error, 'upload-gone') || documentId === undefined || !description) return false;
  const { patience, signal } = tools;
  const { state } = await patience.untilDone((connection) => look(connection, documentId, signal));
  return state === 'expired';
}
