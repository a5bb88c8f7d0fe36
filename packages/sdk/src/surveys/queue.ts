// Answers that wait for the network: kept sealed on the device, sent once when it returns, also after the page was
// closed, and by one tab only. Nothing is kept before the person has agreed that it may be: `add` is that agreement.

import { SubmitResponse } from '@lintas/contract/surveys';
import { linkSignals } from '../abort.ts';
import { isLintasError, type LintasError, type LintasErrorCode } from '../errors.ts';
import type { SurveysClient } from '../surveys.ts';
import { randomKey } from '../transport.ts';
import { withLock } from '../upload/lock.ts';
import { erase, eraseAll, keep, recall, type Kept } from './memory.ts';

/**
 * What became of an answer. `sent`, it arrived; `waiting`, it is on the device; `cleared`, the device was cleared before
 * it was known to have arrived, and nothing sends it any more; `elsewhere`, it is no longer on the device, and this tab
 * was told neither that another one sent it nor that the device was cleared.
 */
export type AddOutcome = 'sent' | 'waiting' | 'cleared' | 'elsewhere';

export interface QueueState {
  /** Answers on this device that have not arrived. */
  readonly waiting: number;
  /** Answers that this queue has sent since it was opened. */
  readonly sent: number;
  /** Answers that the API will never take, and why. They are no longer on the device. */
  readonly refused: readonly { readonly survey: string; readonly code: LintasErrorCode }[];
}

export interface ResponseQueue {
  readonly state: QueueState;
  /** Calls `listener` after every change. Answers how to stop that. */
  subscribe(listener: (state: QueueState) => void): () => void;
  /**
   * Sends an answer; where that does not work now, keeps it and sends it later.
   *
   * @throws LintasError when the API refuses the answer for good, and when it can be neither sent now nor kept (a
   * private window, plain http, Node)
   */
  add(survey: string, response: SubmitResponse): Promise<AddOutcome>;
  /** Sends what waits, now. The queue also does so by itself: when it is opened, when the network returns, and in between. */
  sendAll(): Promise<void>;
  /** "Clear this device": forgets everything that waits, drafts and the key included. */
  clearDevice(): Promise<void>;
  /** Stops sending. What waits stays on the device. */
  close(): void;
}

/** Milliseconds. The API takes answers for as long after a questionnaire has closed. */
const KEPT_FOR = 7 * 24 * 60 * 60_000;
const KIND = 'response';
const LOCK = 'lintas-surveys';
/** Channel on which tabs hear the id of an answer that arrived, and `null` when the device was cleared. */
const CHANNEL = 'lintas-surveys-news';

/** Milliseconds between tries while something waits, from the first to the longest. */
const FIRST_WAIT = 15_000;
const LONGEST_WAIT = 5 * 60_000;

/** Refusals that no later try changes. */
const FINAL: readonly string[] = [
  'invalid-request',
  'not-found',
  'body-too-large',
  'survey-closed',
  'token-required',
  'token-invalid',
  'token-spent',
];

/**
 * Opens the queue of this device for one API.
 *
 * @param only the questionnaire whose answers it sends and tells of; all without it. `clearDevice` is for all, always
 */
export function openResponseQueue(client: Pick<SurveysClient, 'respond'>, only?: string): ResponseQueue {
  const end = new AbortController();
  /** What is being sent holds an answer after the device has forgotten it: until it is told. */
  let clearing = new AbortController();
  const tabs = openChannel();
  const listeners = new Set<(state: QueueState) => void>();
  /** What became of answers that are no longer on the device, for whoever added them: why they were refused for good. */
  const fates = new Map<string, 'sent' | LintasError>();
  let state: QueueState = { waiting: 0, sent: 0, refused: [] };
  let wait = FIRST_WAIT;
  let timer: ReturnType<typeof setTimeout> | undefined;

  tabs?.addEventListener('message', ({ data }) => {
    if (typeof data === 'string') fates.set(data, 'sent');
    else stopSending();
  });
  end.signal.addEventListener('abort', () => tabs?.close());
  if (typeof window !== 'undefined') {
    window.addEventListener('online', sendUnasked, { signal: end.signal });
    document.addEventListener('visibilitychange', sendUnasked, { signal: end.signal });
  }
  sendUnasked();

  return {
    get state() {
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async add(survey, response) {
      const id = randomKey();
      const { signal: cleared } = clearing;
      // First kept, then sent: whatever happens to the page meanwhile, the answer is not lost.
      const isKept = await keep(
        { id, kind: KIND, keptFor: KEPT_FOR },
        { survey, response },
        () => !cleared.aborted,
      );
      if (!isKept && !cleared.aborted) return sendOnly(survey, response);
      await sendAll();
      const fate = fates.get(id);
      if (fate === 'sent') return fate;
      if (fate) throw fate;
      if (cleared.aborted) {
        // Whoever cleared the device may not have come to it yet.
        await erase(id);
        return 'cleared';
      }
      return (await recall(KIND)).some((kept) => kept.id === id) ? 'waiting' : 'elsewhere';
    },
    sendAll,
    async clearDevice() {
      clearTimeout(timer);
      stopSending();
      tabs?.postMessage(null);
      await eraseAll();
      change({ waiting: 0 });
    },
    close() {
      clearTimeout(timer);
      end.abort();
    },
  };

  /** Of two tabs one sends; the other then finds nothing left. */
  function sendAll(): Promise<void> {
    return withLock(
      LOCK,
      end.signal,
      () => undefined,
      async () => {
        clearTimeout(timer);
        let isStuck = false;
        const { signal, release } = linkSignals([end.signal, clearing.signal]);
        for (const kept of await recallOwn()) {
          if (!signal.aborted) isStuck = !(await sendOne(kept, signal)) || isStuck;
        }
        release();
        const waiting = (await recallOwn()).length;
        change({ waiting });
        wait = isStuck ? Math.min(LONGEST_WAIT, wait * 2) : FIRST_WAIT;
        if (waiting > 0 && !end.signal.aborted) timer = setTimeout(sendUnasked, wait);
      },
    );
  }

  async function recallOwn(): Promise<readonly Kept[]> {
    const all = await recall(KIND);
    // What cannot be read has no owner: whoever comes first erases it.
    return all.filter(({ value }) => only === undefined || (readWaiting(value)?.survey ?? only) === only);
  }

  /** Whether nothing more has to be done about it. */
  async function sendOne({ id, value }: Kept, signal: AbortSignal): Promise<boolean> {
    const waiting = readWaiting(value);
    if (!waiting) {
      await erase(id);
      return true;
    }
    try {
      await client.respond(waiting.survey, waiting.response, { signal });
      fates.set(id, 'sent');
      // Told before the lock is given back, so that who waits for it knows.
      tabs?.postMessage(id);
      change({ sent: state.sent + 1 });
    } catch (error) {
      if (!isFinal(error)) return false;
      fates.set(id, error);
      change({ refused: [...state.refused, { survey: waiting.survey, code: error.code }] });
    }
    await erase(id);
    return true;
  }

  async function sendOnly(survey: string, response: SubmitResponse): Promise<AddOutcome> {
    await client.respond(survey, response, { signal: end.signal });
    change({ sent: state.sent + 1 });
    return 'sent';
  }

  function stopSending(): void {
    clearing.abort();
    clearing = new AbortController();
  }

  /** When nobody waits for it: what fails is left to the next time. */
  function sendUnasked(): void {
    if (!end.signal.aborted) sendAll().catch(() => undefined);
  }

  function change(parts: Partial<QueueState>): void {
    state = { ...state, ...parts };
    for (const listener of listeners) listener(state);
  }
}

/** Missing in older browsers, and where frames of others may keep nothing; in Node there are no tabs. */
function openChannel(): BroadcastChannel | undefined {
  if (typeof window === 'undefined') return undefined;
  try {
    return new BroadcastChannel(CHANNEL);
  } catch {
    return undefined;
  }
}

function isFinal(error: unknown): error is LintasError {
  return isLintasError(error) && FINAL.includes(error.code);
}

/** What an older version kept, and this one cannot read, is nothing. */
function readWaiting(
  value: unknown,
): { readonly survey: string; readonly response: SubmitResponse } | undefined {
  if (typeof value !== 'object' || value === null || !('survey' in value) || !('response' in value))
    return undefined;
  const response = SubmitResponse.safeParse(value.response);
  return typeof value.survey === 'string' && response.success
    ? { survey: value.survey, response: response.data }
    : undefined;
}
