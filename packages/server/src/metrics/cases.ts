// Reads cases as they are measured.

import {
  firstResultOf,
  INDONESIAN_CALENDAR,
  spellsOf,
  type CaseEvent,
  type MeasuredDocument,
} from '@lintas/contract';
import { sql } from 'kysely';
import type { Transaction } from '../db/database.ts';
import type { MeasuredCase } from './measure.ts';

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly office: string | null;
  readonly events: readonly Pick<CaseEvent, 'at' | 'to' | 'decision' | 'estimate'>[];
  readonly documents: readonly MeasuredDocument[] | null;
}

/** The cases of a tenant with these ids, by id. A case that is gone is not there. */
export async function measureCases(
  transaction: Transaction,
  tenantId: string,
  ids: readonly string[],
): Promise<Map<string, MeasuredCase>> {
  const { rows } = await sql<Row>`
    select a.id, a.kind, a.office,
      (select jsonb_agg(
          jsonb_build_object('at', e.event -> 'at', 'decision', e.event -> 'decision')
            || case when e.event ? 'to' then jsonb_build_object('to', e.event -> 'to') else '{}' end
            || case when e.event ? 'estimate' then jsonb_build_object('estimate', e.event -> 'estimate') else '{}' end
          order by e.seq)
        from events e where e.tenant_id = a.tenant_id and e.application_id = a.id) as events,
      (select jsonb_agg(jsonb_build_object(
          'receivedAt', to_char(d.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
          'replaces', d.replaces is not null,
          'results', v.results) order by d.id)
        from documents d cross join lateral (
          select jsonb_agg(jsonb_build_object(
              'at', to_char(v.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
              'method', v.method, 'result', v.result, 'reason', v.reason, 'verifier', v.verifier)
            order by v.at, v.id) as results
          from verifications v where v.tenant_id = d.tenant_id and v.document_id = d.id) v
        where d.tenant_id = a.tenant_id and d.application_id = a.id and v.results is not null) as documents
    from applications a where a.tenant_id = ${tenantId} and a.id = any (${[...ids]}::text[])
  `.execute(transaction);
  return new Map(rows.map((row) => [row.id, measure(row)]));
}

function measure({ kind, office, events, documents }: Row): MeasuredCase {
  const results = (documents ?? []).map((document) => firstResultOf(document, INDONESIAN_CALENDAR));
  return {
    kind,
    office,
    spells: spellsOf(events, INDONESIAN_CALENDAR),
    results: results.filter((result) => result !== undefined),
  };
}
