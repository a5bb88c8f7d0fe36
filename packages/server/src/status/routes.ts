// What a person may do with the case that they opened. Which case that is, only their session says.

import type { DecisionView, ENDPOINTS, I18nText, LegalHelp } from '@lintas/contract';
import type { Transaction } from '../db/database.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Frozen, Handler } from '../http/call.ts';
import { Refusal } from '../http/problems.ts';
import { readEventPage } from './event-page.ts';
import { closeSession, extendSession } from './sessions.ts';
import { findApplication, type ApplicationRow } from './store.ts';
import { caseTag, caseView } from './views.ts';

type Calls = typeof ENDPOINTS;

export function getStatus({ clock }: Dependencies): Handler<Calls['getStatus']> {
  return {
    for: 'person',
    async handle({ person, transaction }) {
      const { row, issuer } = await readCase(transaction, person);
      // Weak: the time of the check differs from answer to answer.
      return { body: caseView(row, issuer, new Date(clock())), etag: `W/${caseTag(row)}` };
    },
  };
}

export function listStatusEvents(): Handler<Calls['listStatusEvents']> {
  return {
    for: 'person',
    async handle({ person, query, transaction }) {
      return {
        body: await readEventPage(transaction, person.applicationId, query, 'person'),
      };
    },
  };
}

export function getDecision(): Handler<Calls['getDecision']> {
  return {
    for: 'person',
    async handle({ person, transaction }) {
      const { row, legalHelp } = await readCase(transaction, person);
      if (!row.state.decision) throw new Refusal('not-found');
      const body: Frozen<DecisionView> = { ...row.state.decision, legalHelp };
      return { body };
    },
  };
}

export function extendStatusSession({ clock }: Dependencies): Handler<Calls['extendStatusSession']> {
  return {
    for: 'person',
    async handle({ person, transaction }) {
      const times = await extendSession(transaction, person.tokenHash, new Date(clock()));
      if (!times) throw new Refusal('unauthenticated');
      return { body: { expiresAt: times.expiresAt.toISOString(), endsAt: times.endsAt.toISOString() } };
    },
  };
}

export function closeStatusSession(): Handler<Calls['closeStatusSession']> {
  return {
    for: 'session',
    async handle({ person, transaction }) {
      await closeSession(transaction, person.tokenHash);
      return {};
    },
  };
}

/** A case with what the authority that has it says of itself. */
export async function readCase(
  transaction: Transaction,
  { applicationId, tenantId }: { readonly applicationId: string; readonly tenantId: string },
): Promise<{ row: ApplicationRow; issuer: I18nText; legalHelp: LegalHelp[] }> {
  const row = await findApplication(transaction, applicationId);
  const authority = await transaction
    .selectFrom('tenants')
    .select(['name', 'legal_help'])
    .where('id', '=', tenantId)
    .executeTakeFirst();
  if (!row || !authority) throw new Refusal('unauthenticated');
  return { row, issuer: authority.name, legalHelp: authority.legal_help };
}
