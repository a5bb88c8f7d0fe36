// Registers an application: gives it a reference, and writes the first event of its case.

import {
  composeReference,
  emptyCase,
  foldEvent,
  type CaseEvent,
  type CreateApplication,
} from '@lintas/contract';
import { recordAudit } from '../db/audit.ts';
import type { Transaction } from '../db/database.ts';
import type { Dependencies } from '../dependencies.ts';
import { Refusal, refuseValues } from '../http/problems.ts';
import { newId } from '../identifiers.ts';
import { todayAtOffice } from '../retention/due.ts';
import { factsOf } from './facts.ts';
import { instantOf } from './instants.ts';
import type { IssuedPin } from './pins.ts';
import { hasSameContent } from './same-content.ts';
import { findApplication, findByExternalId, listEvents, type ApplicationRow } from './store.ts';

const RANDOM_REFERENCE_BYTES = 8;
const SKEW_MS = 30_000;

export interface Registration {
  readonly tenantId: string;
  readonly input: CreateApplication;
  readonly issued: IssuedPin;
  /** Where it must not be random, for the demonstration. */
  readonly reference?: string;
  /** As the audit names it: `key:<id>` or `system`. */
  readonly actor: string;
}

/** What became of a registration. */
export type Registered =
  { readonly kind: 'created'; readonly row: ApplicationRow; readonly pin: string } | Existing;

/** The external id is there already; `same` tells whether with the same content. */
export interface Existing {
  readonly kind: 'existing';
  readonly row: ApplicationRow;
  readonly same: boolean;
}

type Tools = Pick<Dependencies, 'clock' | 'cryptography'>;

/**
 * @throws Refusal `invalid-request`
 */
export async function registerApplication(
  transaction: Transaction,
  registration: Registration,
  tools: Tools,
): Promise<Registered> {
  const { tenantId, input, issued, actor } = registration;
  const now = new Date(tools.clock());
  const filedAt = instantOf(input.filedAt);
  if (Date.parse(filedAt) > now.getTime() + SKEW_MS) {
    const message = 'An application that is registered has been filed.';
    throw refuseValues({ pointer: '/filedAt', code: 'in_future', message });
  }
  const existing = await findRegistered(transaction, input);
  if (existing) return existing;
  // A file that is imported once more would bring back what was erased.
  if (input.retentionUntil !== undefined && input.retentionUntil < todayAtOffice(now.getTime())) {
    const message = 'An application is kept to the end of this day, which is over.';
    throw refuseValues({ pointer: '/retentionUntil', code: 'in_past', message });
  }

  const reference = registration.reference ?? (await newReference(transaction, tenantId, tools));
  const id = newId(tools.clock, tools.cryptography);
  const event = firstEvent(input, filedAt, tools);
  const state = foldEvent(emptyCase(input.status ?? 'submitted', filedAt), event);
  const inserted = await transaction
    .insertInto('applications')
    .values({
      id,
      tenant_id: tenantId,
      reference,
      pin_hash: issued.hash,
      external_id: input.externalId ?? null,
      kind: input.kind,
      office: input.office ?? null,
      filed_at: new Date(filedAt),
      facts: JSON.stringify(factsOf(input)),
      state: JSON.stringify(state),
      status: state.status,
      created_at: now,
      updated_at: now,
      source_synced_at: now,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'external_id']).doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 0n) {
    // Somebody else registered it since we looked.
    const winner = await findRegistered(transaction, input);
    if (winner) return winner;
  }
  await transaction
    .insertInto('events')
    .values({
      application_id: id,
      tenant_id: tenantId,
      seq: event.seq,
      event: JSON.stringify(event),
      created_at: now,
    })
    .execute();
  await recordAudit(transaction, {
    tenantId,
    at: now,
    actor,
    action: 'application.create',
    applicationId: id,
  });
  const row = await findApplication(transaction, id);
  if (!row) throw new Error('An application that was just inserted is not there.');
  return { kind: 'created', row, pin: issued.pin };
}

/** The application with the external id of `input`, if there is one. */
export async function findRegistered(
  transaction: Transaction,
  input: CreateApplication,
): Promise<Existing | undefined> {
  if (input.externalId === undefined) return undefined;
  const row = await findByExternalId(transaction, input.externalId);
  if (!row) return undefined;
  const [first] = await listEvents(transaction, row.id, { after: 0, limit: 1, reader: 'system' });
  return { kind: 'existing', row, same: hasSameContent(input, row, first) };
}

async function newReference(
  transaction: Transaction,
  tenantId: string,
  { cryptography }: Tools,
): Promise<string> {
  const tenant = await transaction
    .selectFrom('tenants')
    .select('issuer')
    .where('id', '=', tenantId)
    .executeTakeFirst();
  // Only authorities have applications.
  if (tenant?.issuer == null) throw new Refusal('scope-missing');
  return composeReference(tenant.issuer, cryptography.randomBytes(RANDOM_REFERENCE_BYTES));
}

function firstEvent(input: CreateApplication, filedAt: string, tools: Tools): CaseEvent {
  const status = input.status ?? 'submitted';
  return {
    id: newId(tools.clock, tools.cryptography),
    seq: 1,
    at: filedAt,
    precision: 'minute',
    code: status === 'draft' ? 'application_drafted' : 'application_submitted',
    change: 'progress',
    actorClass: 'applicant',
    visibility: 'applicant',
    to: status,
    ...(input.estimate && { estimate: input.estimate }),
  };
}
