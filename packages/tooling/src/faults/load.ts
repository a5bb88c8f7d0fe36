// Writers that keep the API busy until it is gone, and the sending of single writes.

import type { AppendEvent, CheckKind, CreateApplication } from '@lintas/contract';
import { setTimeout as wait } from 'node:timers/promises';
import type { Installation } from './installation.ts';
import type { Acknowledgement, KnownCase, Ledger, Request } from './ledger.ts';
import type { Random } from './random.ts';

const WRITERS = 8;
/** Of so many writes, one creates a case. */
const WRITES_PER_CASE = 4;
/** Writers meet on the newest cases. */
const BUSY_CASES = 6;
const REQUEST_TIMEOUT_MS = 10_000;
const SETTLE_TIMEOUT_MS = 60_000;

export interface Load {
  /** Resolves after so many acknowledged writes. */
  untilAcknowledged(writes: number): Promise<void>;
  /** Resolves with the faults that were met, once the API is gone. */
  readonly ended: Promise<string[]>;
}

/** Starts writers. Each of them writes until one of its writes is not answered. */
export function putUnderLoad(installation: Installation, ledger: Ledger, random: Random): Load {
  const faults: string[] = [];
  let acknowledged = 0;
  let reached = (): void => {};
  let target = Number.POSITIVE_INFINITY;

  const write = async (): Promise<void> => {
    for (;;) {
      const request = compose(ledger, random);
      ledger.unanswered.add(request);
      const outcome = await send(installation, request);
      if (outcome === 'unanswered') return;
      ledger.unanswered.delete(request);
      faults.push(...account(ledger, request, outcome));
      acknowledged += 1;
      if (acknowledged >= target) reached();
    }
  };
  const ended = Promise.all(Array.from({ length: WRITERS }, write)).then(() => faults);
  return {
    async untilAcknowledged(writes) {
      target = writes;
      await Promise.race([new Promise<void>((resolve) => (reached = resolve)), ended]);
    },
    ended,
  };
}

/** Sends again what was not answered, until it is. Answers the faults met. */
export async function settle(installation: Installation, ledger: Ledger): Promise<string[]> {
  const faults: string[] = [];
  const deadline = Date.now() + SETTLE_TIMEOUT_MS;
  const resend = async (request: Request): Promise<void> => {
    for (;;) {
      if (Date.now() > deadline) {
        faults.push(`the write ${request.key} is never answered`);
        return;
      }
      const outcome = await send(installation, request);
      if (outcome === 'unanswered') {
        // The database may still be busy with what the killed process had asked of it.
        await wait(100);
        continue;
      }
      ledger.unanswered.delete(request);
      faults.push(...account(ledger, request, outcome));
      return;
    }
  };
  await Promise.all([...ledger.unanswered].map(resend));
  return faults;
}

/**
 * How a write was answered. `refused`: it has not happened and will not, as another writer was first.
 * `unanswered`: nobody knows what happened. `fault`: an answer that no write of ours should get.
 */
type Outcome = Acknowledgement | 'refused' | 'unanswered' | { readonly fault: string };

function account(ledger: Ledger, request: Request, outcome: Exclude<Outcome, 'unanswered'>): string[] {
  if (outcome === 'refused') return [];
  if ('fault' in outcome) return [outcome.fault];
  const fault = ledger.acknowledge(request, outcome);
  return fault === undefined ? [] : [fault];
}

async function send({ url, key }: Installation, request: Request): Promise<Outcome> {
  const path = request.kind === 'create' ? '' : `/${request.caseId}/events`;
  try {
    const response = await fetch(`${url}/v1/applications${path}`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${key}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': request.key,
      },
      body: JSON.stringify(request.body),
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
    const answer: unknown = await response.json();
    if (response.status === 201 && isAcknowledgement(answer)) return answer;
    if (isRefusal(answer)) return 'refused';
    if (response.status >= 500 || response.status === 409) return 'unanswered';
    return {
      fault: `the write ${request.key} was answered with ${response.status}: ${JSON.stringify(answer)}`,
    };
  } catch {
    // No connection, or one that was cut in the middle of the answer.
    return 'unanswered';
  }
}

function isAcknowledgement(answer: unknown): answer is Acknowledgement {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'id' in answer &&
    typeof answer.id === 'string' &&
    'seq' in answer &&
    typeof answer.seq === 'number'
  );
}

/** Another writer moved the case first, so that this step is no longer allowed. */
function isRefusal(answer: unknown): boolean {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'type' in answer &&
    answer.type === 'urn:lintas:problem:transition-not-allowed'
  );
}

function compose(ledger: Ledger, random: Random): Request {
  const key = ledger.newKey();
  const busy = [...ledger.cases.values()].slice(-BUSY_CASES);
  if (busy.length === 0 || random.below(WRITES_PER_CASE) === 0)
    return { kind: 'create', key, body: newCase(key) };
  const chosen = random.pick(busy);
  return { kind: 'append', key, caseId: chosen.id, body: newEvent(chosen, random) };
}

function newCase(key: string): CreateApplication {
  return {
    kind: 'visa_visit',
    externalId: key,
    filedAt: '2026-01-05T02:00:00.000Z',
    applicant: { initials: 'A. B.' },
  };
}

const CHECKS: readonly CheckKind[] = ['completeness', 'identity', 'documents', 'sponsor'];

/** Steps of a case that is reviewed, asked about elsewhere, and reviewed again. */
const STEPS: Readonly<Record<string, AppendEvent>> = {
  submitted: { code: 'accepted_for_processing', change: 'progress', to: 'received' },
  received: { code: 'review_started', change: 'progress', to: 'in_review' },
  in_review: { code: 'other_office_asked', change: 'progress', to: 'with_other_body' },
  with_other_body: { code: 'other_office_answered', change: 'progress', to: 'in_review' },
};

function newEvent({ events }: KnownCase, random: Random): AppendEvent {
  const steps = events.filter(({ body }) => body.to !== undefined).sort((one, other) => one.seq - other.seq);
  const step = STEPS[steps.at(-1)?.body.to ?? 'submitted'];
  if (step && random.below(3) === 0) return step;
  return {
    code: 'checks_updated',
    change: 'information',
    checks: [
      { kind: random.pick(CHECKS), state: random.pick(['in_progress', 'waiting_on_other', 'completed']) },
    ],
  };
}
