// What two offices of the demonstration worked through in the last year and a half, so that there are figures to
// publish. Hundreds of cases, the same every time but for the dates, written in bulk: nobody opens them.

import {
  emptyCase,
  foldEvent,
  composeReference,
  type ApplicationKind,
  type CaseEvent,
  type CaseState,
  type Estimate,
  type EventCode,
  type Outcome,
  type Status,
} from '@lintas/contract';
import type { Clock, Cryptography } from '../adapters.ts';
import type { Database, Transaction } from '../db/database.ts';
import { followLog } from '../metrics/follow.ts';
import { publishMetrics } from '../metrics/publish.ts';
import { newId } from '../identifiers.ts';
import { NOBODYS_PIN_HASH } from '../status/pins.ts';
import { calendarFrom, type Calendar } from './calendar.ts';
import { AUTHORITY } from './demo-tenants.ts';
import { writeHistoryDocuments } from './history-documents.ts';
import type { Office } from './texts.ts';

interface Tools {
  readonly database: Database;
  readonly cryptography: Cryptography;
  readonly clock: Clock;
}

interface Line {
  readonly office: Office;
  readonly kind: ApplicationKind;
  /** One is sent every so many days. */
  readonly every: number;
  /** Days until most are decided, and until the slowest are. */
  readonly usual: number;
  readonly slowest: number;
  /** Days until which the office promises a decision. */
  readonly promised: number;
}

const LINES: readonly Line[] = [
  { office: 'Jakarta', kind: 'passport_renewal', every: 1.6, usual: 9, slowest: 30, promised: 18 },
  { office: 'Jakarta', kind: 'stay_limited', every: 2.1, usual: 34, slowest: 95, promised: 55 },
  { office: 'Medan', kind: 'passport_renewal', every: 2, usual: 13, slowest: 44, promised: 18 },
  { office: 'Medan', kind: 'stay_limited', every: 2.6, usual: 41, slowest: 120, promised: 55 },
];
const FIRST_DAY = -570;
const LAST_DAY = -5;
const ROWS_AT_ONCE = 200;

/** Writes the cases and publishes what they come to. Resolves to how many; to 0 when they are there. */
export async function writeDemoHistory(tools: Tools): Promise<number> {
  const { database, clock } = tools;
  const calendar = calendarFrom(clock());
  const cases = LINES.flatMap((line) => casesOf(line, calendar));
  const written = await database.inTenant(AUTHORITY.id, async (transaction) => {
    if (await isWritten(transaction)) return 0;
    for (let start = 0; start < cases.length; start += ROWS_AT_ONCE) {
      await writeCases(transaction, cases.slice(start, start + ROWS_AT_ONCE), start, tools);
    }
    return cases.length;
  });
  await followLog(database);
  await publishMetrics(tools);
  return written;
}

interface PastCase {
  readonly line: Line;
  readonly events: readonly CaseEvent[];
  readonly state: CaseState;
}

function casesOf(line: Line, calendar: Calendar): PastCase[] {
  const random = randomFrom(`${line.office} ${line.kind}`);
  const count = Math.floor((LAST_DAY - FIRST_DAY) / line.every);
  return Array.from({ length: count }, (_, index) => {
    const day = Math.round(FIRST_DAY + index * line.every);
    const events = eventsOf(line, day, calendar, random).filter(({ at }) => at < calendar.at(0, '00:00'));
    const state = events.reduce(foldEvent, emptyCase('submitted', calendar.at(day, '09:00')));
    return { line, events, state };
  });
}

function eventsOf(line: Line, filed: number, calendar: Calendar, random: () => number): CaseEvent[] {
  // Most are near the usual time, few take very long.
  const days = Math.round(line.usual * (0.6 + random() * 0.7) + line.slowest * random() ** 6);
  const waits = random() < 0.2 ? Math.ceil(random() * 9) : 0;
  const decided = filed + Math.max(4, days) + waits;
  const chance = random();
  const outcome: Outcome = chance < 0.86 ? 'approved' : 'refused';
  const estimate: Estimate = {
    basis: 'service_standard',
    latest: calendar.day(filed + line.promised),
    asOf: calendar.day(filed),
    overdue: false,
  };
  const steps: [day: number, code: EventCode, to: Status, more?: Partial<CaseEvent>][] = [
    [filed, 'application_submitted', 'submitted', { actorClass: 'applicant', estimate }],
    [filed + 1, 'accepted_for_processing', 'received'],
    [filed + 2, 'review_started', 'in_review'],
  ];
  if (waits > 0) {
    steps.push([filed + 3, 'something_needed', 'action_required']);
    steps.push([filed + 3 + waits, 'answer_received', 'in_review']);
  }
  if (chance > 0.95) steps.push([decided, 'withdrawn', 'withdrawn', { actorClass: 'applicant' }]);
  else {
    const decision = { outcome, decidedAt: calendar.at(decided, '14:00'), reasons: [] };
    steps.push([decided, 'checks_finished', 'ready_for_decision']);
    steps.push([decided, 'decision_made', 'decided', { decision }]);
    steps.push([decided + 2, 'finished', 'completed']);
  }
  return steps.map(([day, code, to, more], index) => ({
    id: `${code}-${index + 1}`,
    seq: index + 1,
    at: calendar.at(day, index === 0 ? '09:00' : '14:00'),
    precision: 'minute',
    code,
    change: 'progress',
    actorClass: 'authority',
    visibility: 'applicant',
    to,
    ...more,
  }));
}

const EXTERNAL_ID = 'PAST-';

async function isWritten(transaction: Transaction): Promise<boolean> {
  const row = await transaction
    .selectFrom('applications')
    .select('id')
    .where('external_id', '=', `${EXTERNAL_ID}0`)
    .executeTakeFirst();
  return row !== undefined;
}

async function writeCases(
  transaction: Transaction,
  cases: readonly PastCase[],
  start: number,
  { cryptography }: Tools,
): Promise<void> {
  const rows = cases.map((past, index) => {
    const filedAt = new Date(past.events[0]?.at ?? 0);
    // In the order of their ids, which are as old as they are: newer cases come before them in every list.
    const id = newId(() => filedAt.getTime(), cryptography);
    return { ...past, id, filedAt, number: start + index };
  });
  await transaction
    .insertInto('applications')
    .values(
      rows.map(({ id, line, state, filedAt, number }) => ({
        id,
        tenant_id: AUTHORITY.id,
        reference: composeReference(
          AUTHORITY.issuer ?? '',
          cryptography.sha256(`lintas demonstration history ${number}`).subarray(0, 8),
        ),
        pin_hash: NOBODYS_PIN_HASH,
        external_id: `${EXTERNAL_ID}${number}`,
        kind: line.kind,
        office: line.office,
        filed_at: filedAt,
        facts: JSON.stringify({ applicant: { initials: 'X.X.' }, relatedReferences: [] }),
        state: JSON.stringify(state),
        status: state.status,
        created_at: filedAt,
        updated_at: new Date(state.lastMeaningfulChangeAt),
        source_synced_at: new Date(state.lastMeaningfulChangeAt),
      })),
    )
    .execute();
  const events = rows.flatMap(({ id, events: log }) =>
    log.map((event) => ({
      application_id: id,
      tenant_id: AUTHORITY.id,
      seq: event.seq,
      event: JSON.stringify(event),
      created_at: new Date(event.at),
    })),
  );
  await transaction.insertInto('events').values(events).execute();
  await writeHistoryDocuments(transaction, rows, cryptography);
}

/** Numbers from 0 to 1 that are the same every time (xorshift). */
function randomFrom(name: string): () => number {
  let state = [...name].reduce((hash, sign) => (hash * 31 + sign.charCodeAt(0)) >>> 0, 7);
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state = (state ^ (state << 5)) >>> 0;
    return state / 2 ** 32;
  };
}
