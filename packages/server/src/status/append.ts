// Appends an event to a case: one transaction in which the case is locked, the rules are asked, and log,
// state, wake-up and audit are written.

import {
  foldEvent,
  refuseEvent,
  type ActorClass,
  type AppendEvent,
  type CaseEvent,
  type CaseState,
  type EventDraft,
  type FieldError,
} from '@lintas/contract';
import { recordAudit } from '../db/audit.ts';
import type { Transaction } from '../db/database.ts';
import type { Dependencies } from '../dependencies.ts';
import { Refusal, refuseValues } from '../http/problems.ts';
import { newId } from '../identifiers.ts';
import { instantOf } from './instants.ts';
import { findEvent, lockApplication, writeEvent, type ApplicationRow } from './store.ts';
import { caseTag } from './views.ts';

/** How far a clock may run ahead of ours. */
const SKEW_MS = 30_000;

export interface Append {
  readonly applicationId: string;
  readonly input: AppendEvent;
  readonly actorClass: ActorClass;
  /** As the audit names it: `key:<id>` or `system`. */
  readonly actor: string;
  /** `If-Match` of the request: the state that the caller has seen. */
  readonly ifMatch?: string | undefined;
}

type Tools = Pick<Dependencies, 'clock' | 'cryptography'>;

/** @throws Refusal `not-found`, `precondition-failed`, `transition-not-allowed` or `invalid-request` */
export async function appendToCase(
  transaction: Transaction,
  { applicationId, input, actorClass, actor, ifMatch }: Append,
  tools: Tools,
): Promise<CaseEvent> {
  const row = await lockApplication(transaction, applicationId);
  if (!row) throw new Refusal('not-found');
  if (ifMatch !== undefined && !isMatch(ifMatch, row)) throw new Refusal('precondition-failed');
  const now = new Date(tools.clock());
  const draft = await composeDraft(transaction, row, input, now, tools);
  const refusal = refuseEvent(row.state, draft);
  if (refusal?.kind === 'transition') {
    throw new Refusal('transition-not-allowed', { from: refusal.from, allowed: [...refusal.allowed] });
  }
  if (refusal?.kind === 'fields') throw refuseValues(...refusal.errors);

  const event = { ...draft, id: newId(tools.clock, tools.cryptography), seq: row.state.seq + 1, actorClass };
  await writeEvent(transaction, row, event, foldEvent(row.state, event), now);
  const { tenant_id: tenantId } = row;
  await recordAudit(transaction, { tenantId, at: now, actor, action: 'application.append', applicationId });
  return event;
}

/** The strong comparison of entity tags (RFC 9110, section 8.8.3.2). */
function isMatch(ifMatch: string, row: ApplicationRow): boolean {
  const tags = ifMatch.split(',').map((tag) => tag.trim());
  return tags.includes(caseTag(row)) || tags.includes('*');
}

/** The event as far as the caller decides it, with defaults filled in. */
async function composeDraft(
  transaction: Transaction,
  { id, state }: ApplicationRow,
  input: AppendEvent,
  now: Date,
  tools: Tools,
): Promise<EventDraft> {
  const at =
    input.at === undefined ? laterOf(now.toISOString(), state.lastMeaningfulChangeAt) : instantOf(input.at);
  const errors: FieldError[] = [];
  if (input.at !== undefined && Date.parse(at) > now.getTime() + SKEW_MS) {
    errors.push({ pointer: '/at', code: 'in_future', message: 'An event has happened already.' });
  }
  input.tasks?.forEach((task, index) => {
    if (task.id === undefined || state.tasks.some((known) => known.id === task.id)) return;
    const pointer = `/tasks/${index}/id`;
    errors.push({
      pointer,
      code: 'unknown_task',
      message: 'This case has no such task; leave the id out to add one.',
    });
  });
  if (input.corrects !== undefined && !(await findEvent(transaction, id, input.corrects))) {
    errors.push({ pointer: '/corrects', code: 'unknown_event', message: 'This case has no such event.' });
  }
  if (errors.length > 0) throw refuseValues(...errors);

  const { checks, tasks, decision, ...rest } = input;
  return {
    ...rest,
    at,
    precision: input.precision ?? 'minute',
    visibility: input.visibility ?? 'applicant',
    ...(checks && { checks: checks.map((check) => ({ ...check, since: instantOf(check.since ?? at) })) }),
    ...(tasks && {
      tasks: tasks.map((task) => ({ ...task, id: task.id ?? newId(tools.clock, tools.cryptography) })),
    }),
    ...(decision && { decision: { ...decision, decidedAt: at } }),
  };
}

/** Our clock may have been set back, or another's ran ahead: the log still goes forward. */
function laterOf(now: string, last: CaseState['lastMeaningfulChangeAt']): string {
  return now > last ? now : last;
}
