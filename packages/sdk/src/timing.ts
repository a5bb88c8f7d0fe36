// How long the SDK waits for things. Every value is in milliseconds unless it says otherwise.

export interface Timing {
  /** One try, from sending to the last byte of the answer. */
  readonly oneTry: number;
  /** A whole call, with all its tries and the waits between them. */
  readonly wholeCall: number;
  /** Most tries of one call; a count. */
  readonly tries: number;
  /** Upper bound of the wait after the first failure; it doubles with each further one. */
  readonly firstBackoff: number;
  /** What that upper bound never exceeds. */
  readonly maxBackoff: number;
  /** Longest wait that the API may ask of a call (`Retry-After`); beyond it the call fails at once. */
  readonly maxRetryAfter: number;
  /** A stream that brings no byte for so long is taken for dead. The API sends a sign of life every 15 s. */
  readonly stall: number;
}

export const DEFAULT_TIMING: Timing = {
  oneTry: 10_000,
  wholeCall: 30_000,
  tries: 4,
  firstBackoff: 500,
  maxBackoff: 10_000,
  maxRetryAfter: 20_000,
  stall: 45_000,
};
