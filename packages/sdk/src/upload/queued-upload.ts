// One upload of the queue: its run, how it is stopped and goes on, and what is kept of it on the device.

import { hasCode, isLintasError, type LintasError } from '../errors.ts';
import { isPassing } from '../retry.ts';
import { discard } from './discard.ts';
import { type Job, startAgain } from './job.ts';
import { erase, keep as keepOnDevice } from './memory.ts';
import { createPatience } from './patience.ts';
import type { SessionSlot } from './session-slot.ts';
import { createSpeed } from './speed.ts';
import type { UploadTiming } from './timing.ts';
import { transfer } from './transfer.ts';
import { hasEnded, type Upload, type UploadState } from './upload.ts';

/** An upload, with what is only for the queue. */
export interface QueuedUpload extends Upload {
  /** Whether it takes one of the places of the queue. */
  readonly isBusy: boolean;
  /** Takes its turn: runs until it has ended or is stopped. */
  run(): Promise<void>;
  /** Keeps it on the device from now on, as far as the device can. */
  keep(): Promise<void>;
  /** All that was kept on the device has been erased, and what is just being kept is not to stay. */
  onErased(): void;
  /** Stops it for good, and leaves what has arrived and what is kept where it is. */
  drop(): void;
}

/** What an upload needs of its queue. */
export interface Surroundings {
  readonly slot: SessionSlot;
  readonly timing: UploadTiming;
  readonly mayRemember: () => boolean;
  readonly onChange: (upload: QueuedUpload) => void;
  /** @param bytes that have left since the last time; below 0 when some were lost on their way */
  readonly onProgress: (upload: QueuedUpload, bytes: number) => void;
}

interface Kept {
  id?: string;
}

/** @param keptAs under which id it is kept already, from an earlier page */
export function queueUpload(
  job: Job,
  { slot, timing, mayRemember, onChange, onProgress }: Surroundings,
  keptAs?: string,
): QueuedUpload {
  const { file } = job;
  let state: UploadState = 'queued';
  let error: LintasError | undefined;
  let sent = 0;
  let speed = createSpeed(performance.now());
  /** What is kept of it; without an id while it is being kept. */
  let kept: Kept | undefined = keptAs === undefined ? undefined : { id: keptAs };
  let stop: AbortController | undefined;
  let running: Promise<void> = Promise.resolve();

  const enter = (next: UploadState, cause?: LintasError): void => {
    if (state === next && error === cause) return;
    state = next;
    error = cause;
    onChange(upload);
  };

  const advance = (bytes: number): void => {
    const more = bytes - sent;
    sent = bytes;
    speed.measure(more, performance.now());
    onProgress(upload, more);
  };

  /** Of one that failed, what may be different another time. */
  const isWorthKeeping = (): boolean =>
    !hasEnded(upload) || (state === 'failed' && error !== undefined && isPassing(error));

  const keep = async (): Promise<void> => {
    const { documentId, digest } = job;
    const baseUrl = slot.peek()?.baseUrl;
    if (kept || documentId === undefined || digest === undefined || baseUrl === undefined) return;
    const own: Kept = {};
    kept = own;
    // What was erased meanwhile may be kept anew by now, and is another one then.
    const isWanted = (): boolean => kept === own && isWorthKeeping();
    // A slice of a file has no name.
    const id = await keepOnDevice(
      { baseUrl, documentId, digest, bytes: file.slice(0, file.size, file.type) },
      () => mayRemember() && isWanted(),
    );
    if (id !== undefined && isWanted()) own.id = id;
    else {
      if (kept === own) kept = undefined;
      if (id !== undefined) await erase(id);
    }
  };

  const letGo = async (): Promise<void> => {
    const id = kept?.id;
    kept = undefined;
    if (id !== undefined) await erase(id);
  };

  const takeBack = async (): Promise<void> => {
    await letGo();
    const connection = slot.peek();
    if (connection) await discard(job, connection);
    startAgain(job);
  };

  const work = async (signal: AbortSignal): Promise<void> => {
    let phase: UploadState = 'reading';
    const onPhase = (next: UploadState): void => {
      phase = next;
      if (!signal.aborted) enter(next);
    };
    const patience = createPatience({
      slot,
      timing,
      signal,
      onWait(wait) {
        if (signal.aborted) return;
        if (wait?.for === 'session') enter('needs-session');
        else if (wait) enter('waiting', wait.cause);
        else enter(phase);
      },
    });
    await transfer(job, {
      patience,
      timing,
      signal,
      announceFirst: mayRemember(),
      onDestination: async () => {
        if (mayRemember()) await keep();
      },
      onPhase,
      onProgress: advance,
    });
  };

  const runOnce = async (before: Promise<void>, { signal }: AbortController): Promise<void> => {
    await before;
    // Whoever stops it says what it is then, also in the middle of what is done at its end.
    const end = (next: UploadState, cause?: LintasError): void => {
      if (!signal.aborted) enter(next, cause);
    };
    try {
      await work(signal);
      await letGo();
      end('sent');
    } catch (cause) {
      if (signal.aborted) return;
      if (!isLintasError(cause)) {
        enter('failed');
        throw cause;
      }
      if (hasCode(cause, 'file-changed')) await takeBack();
      else if (!isPassing(cause)) await letGo();
      end('failed', cause);
    }
  };

  const upload: QueuedUpload = {
    get state() {
      return state;
    },
    get error() {
      return error;
    },
    bytes: file.size,
    get sent() {
      return sent;
    },
    get secondsLeft() {
      return state === 'sending' ? speed.secondsFor(file.size - sent) : undefined;
    },
    get documentId() {
      return job.documentId;
    },
    get remembered() {
      return kept?.id !== undefined;
    },
    get isBusy() {
      return stop !== undefined && !hasEnded(upload) && state !== 'paused' && state !== 'elsewhere';
    },
    pause() {
      if (hasEnded(upload)) return;
      stop?.abort();
      enter('paused');
    },
    resume() {
      if (state === 'paused' || state === 'failed') enter('queued');
    },
    async cancel() {
      if (state === 'sent' || state === 'cancelled') return;
      stop?.abort();
      enter('cancelled');
      await running;
      await takeBack();
    },
    async run() {
      const own = new AbortController();
      stop = own;
      speed = createSpeed(performance.now());
      running = runOnce(running, own);
      enter('reading');
      try {
        await running;
      } finally {
        if (stop === own) stop = undefined;
      }
    },
    keep,
    onErased() {
      kept = undefined;
    },
    drop() {
      stop?.abort();
      if (state !== 'sent') enter('cancelled');
    },
  };
  return upload;
}
