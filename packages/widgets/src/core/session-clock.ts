// Watches over the end of a session: warns in time and says when it is over. No DOM; the clock is handed in.

/** When a session ends, as the API says. Both are RFC 3339 instants. */
export interface SessionTimes {
  /** When it ends unless it is extended. */
  readonly expiresAt: string;
  /** When it ends in any case. */
  readonly endsAt: string;
}

export type SessionPhase = 'running' | 'warning' | 'ended';

export interface SessionState {
  readonly phase: SessionPhase;
  /** Milliseconds until the session ends; 0 when it has. */
  readonly remaining: number;
  /** Whether extending still gives more time. */
  readonly extendable: boolean;
}

/** What a session clock runs on. */
export interface Clock {
  /** Milliseconds of Unix time. */
  now(): number;
  /** Calls once after so many milliseconds; the answer calls it off. */
  after(milliseconds: number, call: () => void): () => void;
}

export interface SessionClock {
  readonly state: SessionState;
  /** Takes the times of a session that was extended. */
  extend(times: SessionTimes): void;
  /** Takes the server's time, so that a device whose clock is wrong warns in time too. */
  correct(serverTime: string): void;
  /** Looks at the time now: call it when a page is shown again, because timers stand still while a device sleeps. */
  check(): void;
  stop(): void;
}

/** Two minutes are the least (WCAG 2.2.1, GOV.UK); half a minute more makes up for a timer that comes late. */
const WARN_AHEAD = 150_000;

/**
 * Starts to watch a session.
 *
 * @param onChange called when the phase has changed
 */
export function startSessionClock(
  first: SessionTimes,
  onChange: (state: SessionState) => void,
  clock: Clock = deviceClock(),
): SessionClock {
  let times = first;
  /** How far the server's clock is ahead of the device's. */
  let skew = 0;
  let cancel = (): void => {};
  let shown = readState();
  schedule();

  function readState(): SessionState {
    const remaining = Math.max(0, Date.parse(times.expiresAt) - clock.now() - skew);
    const phase = remaining === 0 ? 'ended' : remaining <= WARN_AHEAD ? 'warning' : 'running';
    return { phase, remaining, extendable: Date.parse(times.expiresAt) < Date.parse(times.endsAt) };
  }

  function schedule(): void {
    cancel();
    const { phase, remaining } = shown;
    if (phase !== 'ended') {
      cancel = clock.after(phase === 'running' ? remaining - WARN_AHEAD : remaining, check);
    }
  }

  function check(): void {
    // Over is over, even if a clock is put back.
    if (shown.phase === 'ended') return;
    const before = shown.phase;
    shown = readState();
    schedule();
    if (shown.phase !== before) onChange(shown);
  }

  return {
    get state() {
      return shown.phase === 'ended' ? shown : readState();
    },
    extend(extended) {
      times = extended;
      check();
    },
    correct(serverTime) {
      skew = Date.parse(serverTime) - clock.now();
      check();
    },
    check,
    stop: () => cancel(),
  };
}

/**
 * The device's clocks together. The wall clock can be put back, and the steady one stands still while some devices
 * sleep: the one that has gone farther is right.
 */
function deviceClock(): Clock {
  const [wall, steady] = [Date.now(), performance.now()];
  return {
    now: () => wall + Math.max(Date.now() - wall, performance.now() - steady),
    after(milliseconds, call) {
      const timer = setTimeout(call, milliseconds);
      return () => clearTimeout(timer);
    },
  };
}
