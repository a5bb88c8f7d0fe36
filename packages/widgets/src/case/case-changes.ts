// What changed in a case between two readings of it, by the parts that a person can see.

import type { CaseView } from '@lintas/contract/status';

/** A part of the screen that can be marked as changed. Entries of a list are named by their key. */
export type CasePart =
  | 'status'
  | 'estimate'
  | 'payment'
  | 'appointment'
  | 'decision'
  | `check:${string}`
  | `task:${string}`
  | `event:${string}`;

/**
 * Compares two readings of the same case.
 *
 * Times at which the server looked (`checkedAt`, `sourceSyncedAt`) are no change: an "updated" mark that
 * moves while nothing visible does is what people complain of most in other trackers.
 */
export function changedParts(before: CaseView, after: CaseView): CasePart[] {
  const parts: CasePart[] = [];
  const differ = (part: CasePart, old: unknown, present: unknown): void => {
    if (JSON.stringify(old) !== JSON.stringify(present)) parts.push(part);
  };
  differ('status', [before.status, before.phase], [after.status, after.phase]);
  differ('estimate', before.estimate, after.estimate);
  differ('payment', before.payment, after.payment);
  differ('appointment', before.appointment, after.appointment);
  differ('decision', before.decidedAt, after.decidedAt);
  const checks = new Map(before.checks.map((check) => [check.kind, check]));
  for (const check of after.checks) differ(`check:${check.kind}`, checks.get(check.kind)?.state, check.state);
  const tasks = new Map(before.tasks.map((task) => [task.id, task]));
  for (const task of after.tasks) differ(`task:${task.id}`, tasks.get(task.id), task);
  return parts;
}
