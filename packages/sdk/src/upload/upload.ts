// What a page sees of an upload: where it stands, and what it can do about it.

import type { LintasError } from '../errors.ts';

/**
 * `queued`, its turn comes; `reading`, its digest is being made; `elsewhere`, another tab sends this file and is waited
 * for; `sending`; `waiting`, for the network or the API, and goes on by itself (`error` tells why); `needs-session`,
 * goes on once the manager is given an opened case; `paused`; `sent`, every byte is safely there; `failed`, `error`
 * tells why; `cancelled`.
 */
export type UploadState =
  | 'queued'
  | 'reading'
  | 'elsewhere'
  | 'sending'
  | 'waiting'
  | 'needs-session'
  | 'paused'
  | 'sent'
  | 'failed'
  | 'cancelled';

export interface Progress {
  /** Size in bytes. */
  readonly bytes: number;
  /** Bytes that are safely there or at least on their way. Falls back when a connection is cut. */
  readonly sent: number;
  /** Seconds that the rest will take; `undefined` while that cannot be said. */
  readonly secondsLeft: number | undefined;
}

/** One file on its way. Its properties change; the manager's events tell when. It does not know the file's name. */
export interface Upload extends Progress {
  readonly state: UploadState;
  /** Why it waits or has failed. */
  readonly error: LintasError | undefined;
  /** Id of the document, once there is one. */
  readonly documentId: string | undefined;
  /** Whether it would survive the end of this page. */
  readonly remembered: boolean;
  /** Stops for now. What has arrived stays there. */
  pause(): void;
  /** Goes on after a pause, and tries once more after a failure. */
  resume(): void;
  /** Gives it up and takes back what has arrived. Nothing happens to one that was sent: withdraw its document. */
  cancel(): Promise<void>;
}

/** Whether nothing more will happen to it by itself. */
export function hasEnded({ state }: Pick<Upload, 'state'>): boolean {
  return state === 'sent' || state === 'failed' || state === 'cancelled';
}

/** `change`: an upload came, went, or stands elsewhere. `progress`: bytes have left. */
export class UploadEvent extends Event {
  readonly upload: Upload;

  constructor(type: 'change' | 'progress', upload: Upload) {
    super(type);
    this.upload = upload;
  }
}
