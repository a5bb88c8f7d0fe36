// What the tracker shows, as plain data: one of five states, and everything that belongs to an opened case.

import type { CaseView, DecisionView, StatusEvent } from '@lintas/contract/status';
import type { SessionState } from '../core/session-clock.ts';
import type { CasePart } from './case-changes.ts';
import { isWaiting, type Failure } from './failure.ts';

export type ViewState =
  /** The form, empty. */
  | { readonly kind: 'closed' }
  /** The form, while the API looks. */
  | { readonly kind: 'opening' }
  /** The form, with what went wrong. */
  | { readonly kind: 'failed'; readonly failure: Failure }
  | OpenState
  /** The case was closed by the person, or the session ran out. Nothing of the case is left in memory. */
  | { readonly kind: 'ended'; readonly why: EndReason };

/** Whether a case may be opened now. `now` is in milliseconds of Unix time. */
export function isReady(state: ViewState, now: number): boolean {
  if (state.kind === 'failed') return !isWaiting(state.failure, now);
  return state.kind === 'closed' || state.kind === 'ended';
}

export type EndReason = 'closed' | 'expired';

/** An opened case. */
export interface OpenState {
  readonly kind: 'open';
  /** The case as last read. */
  readonly case: CaseView;
  /** All events of the case, oldest first. */
  readonly history: readonly StatusEvent[];
  /** What has changed on the screen since the case was opened. */
  readonly changed: ReadonlySet<CasePart>;
  readonly connection: ConnectionState;
  /** When the case was last known to be as shown: milliseconds of this device's Unix time. */
  readonly checkedAt: number;
  readonly decision: DecisionState;
  readonly session: SessionState;
  /** Why the last try to stay longer did not work. */
  readonly extendFailure?: Failure | undefined;
}

/** Whether changes arrive: `reconnecting` at first, then what is in the way, the network here or the service. */
export type ConnectionState = 'live' | 'reconnecting' | 'offline' | 'unavailable';

/** The outcome is fetched only when the person asks for it, and forgotten when they hide it. */
export type DecisionState =
  | { readonly kind: 'hidden' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'shown'; readonly decision: DecisionView };
