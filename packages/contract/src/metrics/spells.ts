// How the events of a case become what is measured: the time from its arrival to its end, and how it ended.

import type { CaseEvent } from '../status/case.ts';
import type { Outcome, Status } from '../status/vocabulary.ts';
import { dayOf, officeDayOf, workingDaysBetween, type DayNumber, type OfficeCalendar } from './days.ts';
import type { OutcomeClass } from './vocabulary.ts';

/** One time that a case was with the authority; a case that expired and was opened again has another. */
export interface Spell {
  readonly from: DayNumber;
  /** Calendar days that it waited for the person, until its end or its last event. */
  readonly waitingDays: number;
  /** `null` while it is pending. */
  readonly end: SpellEnd | null;
}

export interface SpellEnd {
  readonly on: DayNumber;
  readonly outcome: OutcomeClass;
  readonly workingDays: number;
  /** Whether it was decided by the day that was promised first; `null` without a promise or a decision. */
  readonly withinStandard: boolean | null;
}

type MeasuredEvent = Pick<CaseEvent, 'at' | 'to' | 'decision' | 'estimate'>;

/**
 * The spells of a case, the last of which may be pending.
 *
 * @param events all events of the case, in the order of the log. Where one is told to have been before an earlier
 * one, it counts on the day of that: time does not run backwards.
 */
export function spellsOf(events: readonly MeasuredEvent[], calendar: OfficeCalendar): Spell[] {
  const spells: Spell[] = [];
  let open: { from: DayNumber; waitingDays: number } | undefined;
  let promised: DayNumber | undefined;
  let status: Status | undefined;
  let waitingSince: DayNumber | undefined;
  let today = -Infinity;
  for (const { at, to, decision, estimate } of events) {
    today = Math.max(today, officeDayOf(at, calendar));
    const opens = to !== undefined && !open && isStart(to, status, spells.length);
    // What was promised before it expired holds no longer; what the event names that takes it up again does.
    if (opens && spells.length > 0) promised = undefined;
    const standard = estimate?.basis === 'service_standard' || estimate?.basis === 'statutory';
    if (standard && estimate.latest !== undefined) promised ??= dayOf(estimate.latest);
    if (to === undefined) continue;
    if (open && waitingSince !== undefined) open.waitingDays += today - waitingSince;
    if (opens) open = { from: today, waitingDays: 0 };
    const outcome = outcomeOf(to, decision?.outcome);
    if (open && outcome) {
      const { from, waitingDays } = open;
      const withinStandard = to === 'decided' && promised !== undefined ? today <= promised : null;
      const workingDays = workingDaysBetween(from, today, calendar);
      spells.push({ from, waitingDays, end: { on: today, outcome, workingDays, withinStandard } });
      open = undefined;
    }
    waitingSince = open && WAITING_ON_YOU.has(to) ? today : undefined;
    status = to;
  }
  return open ? [...spells, { from: open.from, waitingDays: open.waitingDays, end: null }] : spells;
}

const WAITING_ON_YOU: ReadonlySet<Status> = new Set(['payment_due', 'returned', 'action_required']);

/** A case arrives when it is sent, and once more when it had expired and is taken up again. */
function isStart(to: Status, from: Status | undefined, spells: number): boolean {
  return (to === 'submitted' && spells === 0) || (to === 'received' && from === 'expired');
}

const CLASSES: Readonly<Record<Outcome, OutcomeClass>> = {
  approved: 'granted',
  approved_with_conditions: 'granted',
  refused: 'refused',
  closed_without_decision: 'closed_otherwise',
};

function outcomeOf(to: Status, decided: Outcome | undefined): OutcomeClass | undefined {
  if (to === 'withdrawn') return 'withdrawn';
  if (to === 'expired') return 'closed_otherwise';
  return to === 'decided' ? CLASSES[decided ?? 'closed_without_decision'] : undefined;
}
