// The queue of uploads: a few at a time, each with all the patience it needs. It has no screen; pages listen to it.

import { getDocument, isUnfinished } from '@lintas/contract/documents';
import { connectionOf } from '../case-connection.ts';
import { eraseStale } from '../device/index.ts';
import type { CaseDocuments } from '../documents.ts';
import { hasCode } from '../errors.ts';
import { given, type SomeOf } from '../given.ts';
import { call } from '../transport.ts';
import { createJob, type UploadDescription } from './job.ts';
import { erase, eraseAll, type KeptUpload, recall } from './memory.ts';
import { queueUpload, type QueuedUpload, type Surroundings } from './queued-upload.ts';
import { createSessionSlot } from './session-slot.ts';
import { createSpeed } from './speed.ts';
import { DEFAULT_UPLOAD_TIMING, type UploadTiming } from './timing.ts';
import { SMALL_BYTES } from './transfer.ts';
import { hasEnded, type Progress, type Upload, UploadEvent } from './upload.ts';

export interface UploadManagerOptions {
  /** The documents of the opened case that the files are for. */
  readonly documents: CaseDocuments;
  /** The person has agreed that this device is theirs: see {@link UploadManager.remember}. */
  readonly remember?: boolean;
  /** Waits that differ from {@link DEFAULT_UPLOAD_TIMING}. */
  readonly timing?: SomeOf<UploadTiming> | undefined;
}

/**
 * Brings files to the API: resumes them after every cut, waits while there is no network, and asks for the credential
 * each time, so that a session may end and another one begin in mid-file. Dispatches {@link UploadEvent}s.
 */
export interface UploadManager extends EventTarget {
  /**
   * All uploads, in the order in which they came. When the next batch begins, those that were sent or given up go; one
   * that has failed can still go on, and stays until it is sent or cancelled.
   */
  readonly uploads: readonly Upload[];
  /** Of all uploads together, but for those that were given up or have failed. */
  readonly progress: Progress;
  /**
   * Whether what is under way is kept on this device, so that it survives the end of the page: its bytes, their digest
   * and where they go; no name. For a day at most, and only until it is sent. Set it only when the person has agreed
   * that the device is theirs; setting it to `false` erases what was kept.
   */
  remember: boolean;
  /**
   * Sends a file. What the API is told of it, its name included, is in the description.
   *
   * @throws TypeError for anything but a `Blob`, such as bytes
   */
  add(file: Blob, description: UploadDescription): Upload;
  /** Stops all for now. */
  pause(): void;
  /** Goes on with all that are paused. */
  resume(): void;
  /** Goes on with another session of the same case, when the one before has ended. */
  use(documents: CaseDocuments): void;
  /**
   * Goes on with what an earlier page left unfinished, as far as it belongs to this case. Answers what does so now.
   *
   * @throws LintasError when the API cannot be asked
   */
  resumeRemembered(): Promise<readonly Upload[]>;
  /** The page ends: stops everything and lets go of files and session. What is kept on the device stays. */
  close(): void;
  /** The person leaves: as `close`, and erases what is kept on the device. */
  forget(): Promise<void>;

  addEventListener(
    type: 'change' | 'progress',
    listener: UploadListener | null,
    options?: ListenerOptions,
  ): void;
  removeEventListener(
    type: 'change' | 'progress',
    listener: UploadListener | null,
    options?: ListenerOptions,
  ): void;
}

/** By this way, since Node's types have no name for it. */
type ListenerOptions = Parameters<EventTarget['addEventListener']>[2];
type UploadListener = ((event: UploadEvent) => void) | { handleEvent(event: UploadEvent): void };

/** More would only share the same thin line, and each has a part of a file in memory. */
const AT_ONCE = 2;
/** Small files mostly wait for answers, not for the line. */
const SMALL_AT_ONCE = 4;

export function createUploadManager(options: UploadManagerOptions): UploadManager {
  return new Manager(options);
}

class Manager extends EventTarget implements UploadManager {
  #uploads: readonly QueuedUpload[] = [];
  #remember: boolean;
  #speed = createSpeed(performance.now());
  readonly #slot = createSessionSlot();
  readonly #surroundings: Surroundings;

  constructor({ documents, remember = false, timing = {} }: UploadManagerOptions) {
    super();
    this.#remember = remember;
    this.#surroundings = {
      slot: this.#slot,
      timing: { ...DEFAULT_UPLOAD_TIMING, ...given(timing) },
      mayRemember: () => this.#remember,
      onChange: (upload) => {
        this.dispatchEvent(new UploadEvent('change', upload));
        this.#takeTurns();
      },
      onProgress: (upload, bytes) => {
        this.#speed.measure(bytes, performance.now());
        this.dispatchEvent(new UploadEvent('progress', upload));
      },
    };
    this.use(documents);
    // What an earlier page kept for too long goes, whoever comes next.
    void eraseStale();
  }

  get uploads(): readonly Upload[] {
    return this.#uploads;
  }

  get progress(): Progress {
    const counted = this.#uploads.filter(({ state }) => state !== 'failed' && state !== 'cancelled');
    const bytes = counted.reduce((sum, upload) => sum + upload.bytes, 0);
    const sent = counted.reduce((sum, upload) => sum + upload.sent, 0);
    return { bytes, sent, secondsLeft: this.#speed.secondsFor(bytes - sent) };
  }

  get remember(): boolean {
    return this.#remember;
  }

  set remember(remember: boolean) {
    this.#remember = remember;
    for (const upload of this.#uploads) {
      if (remember) void upload.keep();
      else upload.onErased();
    }
    if (!remember) void eraseAll();
  }

  add(file: Blob, description: UploadDescription): Upload {
    // A file of another window is no instance of this one's `Blob`.
    if (!/Blob|File/.test(Object.prototype.toString.call(file)))
      throw new TypeError('file must be a Blob: new Blob([bytes]).');
    return this.#enqueue(queueUpload(createJob(file, description), this.#surroundings));
  }

  pause(): void {
    for (const upload of this.#uploads) upload.pause();
  }

  resume(): void {
    for (const upload of this.#uploads) if (upload.state === 'paused') upload.resume();
  }

  use(documents: CaseDocuments): void {
    this.#slot.fill(connectionOf(documents));
  }

  async resumeRemembered(): Promise<readonly Upload[]> {
    const connection = this.#slot.peek();
    if (!connection) return [];
    const isHere = ({ documentId }: KeptUpload): boolean =>
      this.#uploads.some((upload) => upload.documentId === documentId);
    const unfinished: KeptUpload[] = [];
    for (const kept of await recall()) {
      if (isHere(kept) || kept.baseUrl !== connection.baseUrl) continue;
      const document = await call(
        connection,
        getDocument,
        { params: { id: kept.documentId } },
        { signals: [connection.end] },
      ).catch((error: unknown) => {
        // Of another case: its own person may still come back for it.
        if (hasCode(error, 'not-found')) return undefined;
        throw error;
      });
      // Whoever asked at the same time may have gone on with it meanwhile.
      if (!document || isHere(kept)) continue;
      if (isUnfinished(document.state)) unfinished.push(kept);
      else await erase(kept.id);
    }
    // The page may have closed the queue.
    if (!this.#slot.peek()) return [];
    // Only now, when nothing can fail any more: what goes on has to be told to somebody.
    return unfinished
      .filter((kept) => !isHere(kept))
      .map(({ id, bytes, digest, documentId }) => {
        const job = { file: bytes, description: undefined, key: id, digest, documentId };
        return this.#enqueue(queueUpload(job, this.#surroundings, id));
      });
  }

  close(): void {
    const uploads = this.#uploads;
    this.#uploads = [];
    for (const upload of uploads) upload.drop();
    this.#slot.empty();
  }

  async forget(): Promise<void> {
    this.#remember = false;
    this.close();
    await eraseAll();
  }

  #enqueue(upload: QueuedUpload): Upload {
    if (this.#uploads.every(hasEnded)) {
      // Whoever tries one once more wants it to get its turn.
      this.#uploads = this.#uploads.filter(({ state }) => state === 'failed');
      this.#speed = createSpeed(performance.now());
    }
    this.#uploads = [...this.#uploads, upload];
    this.dispatchEvent(new UploadEvent('change', upload));
    this.#takeTurns();
    return upload;
  }

  #takeTurns(): void {
    const next = this.#uploads.find(({ state }) => state === 'queued');
    if (!next) return;
    const busy = this.#uploads.filter(({ isBusy }) => isBusy);
    const areSmall = [next, ...busy].every(({ bytes }) => bytes <= SMALL_BYTES);
    if (busy.length >= (areSmall ? SMALL_AT_ONCE : AT_ONCE)) return;
    // As it begins, it changes: that is when the one after it gets its turn.
    void next.run().finally(() => this.#takeTurns());
  }
}
