// How often times on the screen are made true again.

import { isWaiting } from './failure.ts';
import type { ViewState } from './view-state.ts';

const COUNTDOWN_MILLISECONDS = 1000;
const AGES_MILLISECONDS = 20_000;

/**
 * Milliseconds until the next look at the clock: a second where a wait is counted down; `undefined` where nothing on
 * the screen grows old.
 */
export function nextTick(state: ViewState, now: number): number | undefined {
  if (state.kind === 'failed') return isWaiting(state.failure, now) ? COUNTDOWN_MILLISECONDS : undefined;
  if (state.kind !== 'open') return undefined;
  return state.session.phase === 'warning' ? COUNTDOWN_MILLISECONDS : AGES_MILLISECONDS;
}
