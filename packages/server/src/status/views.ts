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

/**
 * An event with the sentence for people. What it changed in the case is cut off by the answer's schema: the
 * case tells that, and of a decision the log says only that there is one.
 */
export function eventView(event: CaseEvent): Frozen<StatusEvent> {
  return { ...event, text: eventText(event.code) };
}

/** Entity tag of a case: every change comes with an event, so the number of the last one is its version. */
export function caseTag({ state }: ApplicationRow): string {
  return `"${state.seq}"`;
}
