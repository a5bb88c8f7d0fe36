// What of a case each reader gets to see.

import type { Application, CaseEvent, CaseView, I18nText, StatusEvent } from '@lintas/contract';
import { eventText } from '@lintas/contract/status/texts';
import type { Frozen } from '../http/call.ts';
import type { ApplicationRow } from './store.ts';

/** The case as the person who opened it sees it. The decision is not part of it. */
export function caseView(row: ApplicationRow, issuer: I18nText, checkedAt: Date): Frozen<CaseView> {
  const { decision, ...progress } = row.state;
  return {
    kind: row.kind,
    issuer,
    office: row.office ?? undefined,
    filedAt: row.filed_at.toISOString(),
    ...progress,
    sourceSyncedAt: row.source_synced_at.toISOString(),
    decidedAt: decision?.decidedAt ?? null,
    checkedAt: checkedAt.toISOString(),
  };
}

/** The application as the authority's system sees it. */
export function applicationView(row: ApplicationRow): Frozen<Application> {
  return {
    id: row.id,
    reference: row.reference,
    externalId: row.external_id ?? undefined,
    kind: row.kind,
    office: row.office ?? undefined,
    filedAt: row.filed_at.toISOString(),
    ...row.facts,
    ...row.state,
    sourceSyncedAt: row.source_synced_at.toISOString(),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

/** An event as systems see it: the log, with the sentence for people. */
export function eventForSystem(event: CaseEvent): Frozen<StatusEvent> {
  return { ...event, text: eventText(event.code) };
}

/**
 * An event as the person sees it. Reason and next step of a decision would tell its outcome, which a person
 * reads only when they choose to.
 */
export function eventForPerson(event: CaseEvent): Frozen<StatusEvent> {
  const { reason, nextStep, ...rest } = event;
  const text = eventText(event.code);
  return event.to === 'decided' ? { ...rest, text } : { ...rest, reason, nextStep, text };
}

/** Entity tag of a case: every change comes with an event, so the number of the last one is its version. */
export function caseTag({ state }: ApplicationRow): string {
  return `"${state.seq}"`;
}
