// How long an upload waits for things, in milliseconds unless it says otherwise. The waits between tries are those of
// the client (`Timing`).

export interface UploadTiming {
  /** A request of which no byte leaves for so long is ended, and goes on from what has arrived. */
  readonly stall: number;
  /** How long the answer may take once all bytes are on their way: they can be in buffers for long. */
  readonly answer: number;
  /** Longest wait that the API may ask for (`Retry-After`); after it the upload asks again by itself. */
  readonly longestWait: number;
  /**
   * Tries in a row that the API answers without anything getting further, until the upload counts as failed; a count.
   * A network that does not lead to the API is waited for without end.
   */
  readonly tries: number;
}

export const DEFAULT_UPLOAD_TIMING: UploadTiming = {
  stall: 15_000,
  answer: 60_000,
  longestWait: 600_000,
  tries: 20,
};
