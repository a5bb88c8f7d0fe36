// The case view without a screen: opens a case, follows it, keeps what changed, watches over the session, and
// forgets everything when it ends. No DOM; every effect goes through the SDK's client.

import type { CaseView, StatusEvent } from '@lintas/contract/status';
import {
  hasCode,
  type OpenInput,
  type StatusClient,
  type StatusNotice,
  type StatusSession,
} from '@lintas/sdk';
import { startSessionClock, type SessionClock, type SessionTimes } from '../core/session-clock.ts';
import { throwIfAborted } from '../core/throw-if-aborted.ts';
import { changedParts, type CasePart } from './case-changes.ts';
import { failureOf } from './failure.ts';
import { tellTrouble } from './page-trouble.ts';
import type { EndReason, OpenState, ViewState } from './view-state.ts';

/** A person who reads without a break does not have to ask for more time more often than this. */
const EXTEND_AT_MOST_EVERY = 60_000;

/** What is at work while a case is open, and ends together. */
interface Visit {
  readonly session: StatusSession;
  readonly stop: AbortController;
  readonly clock: SessionClock;
  extendedAt: number;
}

/**
 * Dispatches `change` whenever {@link CaseViewStore.state} is another, and `update` after a change of the case
 * itself came in while it was open.
 */
export class CaseViewStore extends EventTarget {
  #state: ViewState = { kind: 'closed' };
  #opening: AbortController | undefined;
  #visit: Visit | undefined;
  readonly #now: () => number;

  /** @param now milliseconds of Unix time */
  constructor(now: () => number = Date.now) {
    super();
    this.#now = now;
  }

  get state(): ViewState {
    return this.#state;
  }

  /** The session of the open case, for what else there is to read and to send in it. */
  get session(): StatusSession | undefined {
    return this.#visit?.session;
  }

  /**
   * Opens a case and follows it. Ends what was open before. Never throws: the state tells what went wrong.
   *
   * @param connect gives the client, when it is needed
   */
  async open(connect: () => Promise<StatusClient>, input: OpenInput): Promise<void> {
    this.wipe();
    const opening = new AbortController();
    const { signal } = opening;
    this.#opening = opening;
    this.#set({ kind: 'opening' });
    let session: StatusSession | undefined;
    try {
      const client = await connect();
      session = await client.open(input, { signal });
      const view = await session.get({ signal });
      const history = await readAll(session.events({ signal }));
      throwIfAborted(signal);
      this.#enter(session, view, history);
    } catch (error) {
      void session?.close();
      if (signal.aborted) return;
      this.#set({ kind: 'failed', failure: tellTrouble(failureOf(error, this.#now()), error) });
    }
  }

  /** Fetches the decision and shows it. */
  async readDecision(): Promise<void> {
    const { visit } = this.#open() ?? {};
    if (!visit) return;
    this.#change({ decision: { kind: 'loading' } });
    try {
      const decision = await visit.session.decision({ signal: visit.stop.signal });
      const { state } = this.#open() ?? {};
      if (state?.decision.kind === 'loading') this.#change({ decision: { kind: 'shown', decision } });
    } catch (error) {
      this.#onTrouble(visit, error, { decision: { kind: 'failed', failure: failureOf(error, this.#now()) } });
    }
  }

  /** Hides the decision, and forgets it. */
  hideDecision(): void {
    this.#change({ decision: { kind: 'hidden' } });
  }

  /** The person did something: that counts as wanting to stay, a few times an hour at most. */
  noticeActivity(): void {
    const { visit } = this.#open() ?? {};
    if (visit && this.#now() - visit.extendedAt >= EXTEND_AT_MOST_EVERY) void this.extend();
  }

  /** Stays longer. */
  async extend(): Promise<void> {
    const { visit } = this.#open() ?? {};
    if (!visit) return;
    const before = visit.extendedAt;
    visit.extendedAt = this.#now();
    try {
      await visit.session.extend({ signal: visit.stop.signal });
      visit.clock.extend(timesOf(visit.session));
      this.#change({ session: visit.clock.state, extendFailure: undefined });
    } catch (error) {
      visit.extendedAt = before;
      this.#onTrouble(visit, error, { extendFailure: failureOf(error, this.#now()) });
    }
  }

  /** Looks at the time: how long the session still lasts, or whether it is over (timers stop while a device sleeps). */
  tick(): void {
    this.#visit?.clock.check();
    const { visit } = this.#open() ?? {};
    if (visit) this.#change({ session: visit.clock.state });
  }

  /** Leaves the case, and says so. */
  close(): void {
    if (this.#visit) this.#end('closed');
  }

  /** Leaves without a trace: back to the empty form, as if nobody had been here. */
  wipe(): void {
    this.#opening?.abort();
    this.#leave();
    if (this.#state.kind !== 'closed') this.#set({ kind: 'closed' });
  }

  #enter(session: StatusSession, view: CaseView, history: readonly StatusEvent[]): void {
    const clock = startSessionClock(timesOf(session), (state) => {
      if (state.phase === 'ended') this.#end('expired');
      else this.#change({ session: state });
    });
    const visit: Visit = { session, stop: new AbortController(), clock, extendedAt: this.#now() };
    this.#visit = visit;
    this.#set({
      kind: 'open',
      case: view,
      history,
      changed: new Set(),
      connection: 'live',
      checkedAt: this.#now(),
      decision: { kind: 'hidden' },
      session: clock.state,
    });
    clock.correct(view.checkedAt);
    void this.#follow(visit);
  }

  async #follow(visit: Visit): Promise<void> {
    try {
      for await (const notice of visit.session.watch({ signal: visit.stop.signal })) {
        if (this.#visit === visit) this.#take(visit, notice);
      }
    } catch (error) {
      this.#onTrouble(visit, error, { connection: 'unavailable' });
    }
  }

  #take(visit: Visit, notice: StatusNotice): void {
    const { state } = this.#open() ?? {};
    if (!state) return;
    if (notice.kind === 'update') {
      this.#show(notice.update.case, [notice.update.event]);
    } else if (notice.kind === 'checked') {
      visit.clock.correct(notice.at.toISOString());
      this.#change({ checkedAt: this.#now() });
    } else if (notice.kind === 'unknown') {
      void this.#readAgain(visit);
    } else if (notice.state === 'live') {
      const wasLive = state.connection === 'live';
      this.#change({ connection: 'live' });
      if (!wasLive) void this.#readAgain(visit);
    } else {
      const offline = notice.cause.code === 'network' || notice.cause.code === 'timeout';
      // The first failure may be over in a second; from the second on, a person is told what is in the way.
      const first = state.connection === 'live';
      this.#change({ connection: first ? 'reconnecting' : offline ? 'offline' : 'unavailable' });
    }
  }

  /** Reads the case anew, after news that this version cannot read or a time without any. */
  async #readAgain(visit: Visit): Promise<void> {
    try {
      const after = this.#open()?.state.history.at(-1)?.seq;
      const { signal } = visit.stop;
      const view = await visit.session.get({ signal });
      const events = await readAll(visit.session.events({ after, signal }));
      if (this.#visit === visit) this.#show(view, events);
    } catch (error) {
      // Anything but the end of the session is the stream's business, which tries again by itself.
      this.#onTrouble(visit, error, {});
    }
  }

  #show(view: CaseView, events: readonly StatusEvent[]): void {
    const { state } = this.#open() ?? {};
    if (!state) return;
    const known = new Set(state.history.map(({ id }) => id));
    const added = events.filter(({ id }) => !known.has(id));
    // An answer that was overtaken on its way must not turn the screen back.
    const present = view.seq >= state.case.seq ? view : state.case;
    const parts: CasePart[] = changedParts(state.case, present);
    for (const { id } of added) parts.push(`event:${id}`);
    this.#change({
      case: present,
      checkedAt: this.#now(),
      history: [...state.history, ...added].sort((a, b) => a.seq - b.seq),
      changed: new Set([...state.changed, ...parts]),
      ...(parts.includes('decision') ? { decision: { kind: 'hidden' } } : {}),
    });
    if (parts.length > 0) this.dispatchEvent(new Event('update'));
  }

  #onTrouble(visit: Visit, error: unknown, otherwise: Partial<OpenState>): void {
    if (this.#visit !== visit) return;
    if (hasCode(error, 'session-ended')) this.#end('expired');
    else this.#change(otherwise);
  }

  #end(why: EndReason): void {
    this.#leave();
    this.#set({ kind: 'ended', why });
  }

  #leave(): void {
    const visit = this.#visit;
    this.#visit = undefined;
    visit?.clock.stop();
    visit?.stop.abort();
    void visit?.session.close();
  }

  #open(): { visit: Visit; state: OpenState } | undefined {
    const [visit, state] = [this.#visit, this.#state];
    return visit && state.kind === 'open' ? { visit, state } : undefined;
  }

  #change(changes: Partial<OpenState>): void {
    const { state } = this.#open() ?? {};
    if (state) this.#set({ ...state, ...changes });
  }

  #set(state: ViewState): void {
    this.#state = state;
    this.dispatchEvent(new Event('change'));
  }
}

function timesOf({ expiresAt, endsAt }: StatusSession): SessionTimes {
  return { expiresAt: expiresAt.toISOString(), endsAt: endsAt.toISOString() };
}

async function readAll(events: AsyncIterable<StatusEvent>): Promise<StatusEvent[]> {
  const all: StatusEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}
