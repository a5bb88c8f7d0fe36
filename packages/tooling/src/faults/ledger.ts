// What was asked of the API and what it acknowledged, kept outside of it.

import type { AppendEvent, CreateApplication } from '@lintas/contract';

/** One write, which keeps its idempotency key through all retries. */
export type Request =
  | { readonly kind: 'create'; readonly key: string; readonly body: CreateApplication }
  | { readonly kind: 'append'; readonly key: string; readonly body: AppendEvent; readonly caseId: string };

/** An event that the API acknowledged. */
export interface AcknowledgedEvent {
  readonly id: string;
  readonly seq: number;
  readonly at: string;
  readonly body: AppendEvent;
}

/** A case that the API acknowledged. */
export interface KnownCase {
  readonly id: string;
  readonly reference: string;
  readonly filedAt: string;
  readonly events: AcknowledgedEvent[];
}

export interface Ledger {
  readonly cases: ReadonlyMap<string, KnownCase>;
  /** Writes whose answer never arrived: they may have happened or not, until they are sent again. */
  readonly unanswered: Set<Request>;
  newKey(): string;
  /** Writes an acknowledgement down; answers what is wrong with it, if anything. */
  acknowledge(request: Request, answer: Acknowledgement): string | undefined;
  counts(): { requests: number; answers: number };
}

/** What is looked at in the answers to both kinds of writes. */
export interface Acknowledgement {
  readonly id: string;
  readonly seq: number;
  readonly reference?: string | undefined;
  readonly at?: string | undefined;
}

export function createLedger(): Ledger {
  const cases = new Map<string, KnownCase>();
  let keys = 0;
  let answers = 0;
  return {
    cases,
    unanswered: new Set(),
    newKey: () => `faults-${(keys += 1)}-${crypto.randomUUID()}`,
    acknowledge(request, { id, seq, reference, at }) {
      answers += 1;
      if (request.kind === 'create') {
        if (cases.has(id)) return `two creations were answered with the case ${id}`;
        if (reference === undefined) return `the case ${id} came without a reference`;
        cases.set(id, { id, reference, filedAt: request.body.filedAt, events: [] });
        return undefined;
      }
      const known = cases.get(request.caseId);
      if (!known || at === undefined) return `an event was acknowledged that nobody can place: ${id}`;
      const twin = known.events.find((event) => event.id === id || event.seq === seq);
      if (twin) return `two writes to ${request.caseId} were answered with the event ${seq}`;
      known.events.push({ id, seq, at, body: request.body });
      return undefined;
    },
    counts: () => ({ requests: keys, answers }),
  };
}
