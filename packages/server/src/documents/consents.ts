// A person's consents: which partner may review the documents of their case, and until when.

import type { Consent, ENDPOINTS, Reviewer } from '@lintas/contract';
import type { Selectable } from 'kysely';
import { recordAudit } from '../db/audit.ts';
import type { ConsentsTable } from '../db/document-tables.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Frozen, Handler } from '../http/call.ts';
import { Refusal, refuseValues } from '../http/problems.ts';
import { hex, newId, unhex } from '../identifiers.ts';
import { instantOf } from '../status/instants.ts';
import { listReviewers, requireReviewer } from './reviews/reviewers.ts';

type Calls = typeof ENDPOINTS;

/** Longest life of a consent: nobody remembers longer what they agreed to. */
const LONGEST_MS = 366 * 24 * 60 * 60_000;

export function listConsents(): Handler<Calls['listConsents']> {
  return {
    for: 'person',
    async handle({ person, transaction }) {
      const partners = await listReviewers(transaction);
      const rows = await transaction
        .selectFrom('consents')
        .selectAll()
        .where('application_id', '=', person.applicationId)
        .orderBy('id')
        .execute();
      const data = rows.map((row) => consentView(row, partners));
      return { body: { data, page: { next: null }, partners } };
    },
  };
}

export function giveConsent(dependencies: Dependencies): Handler<Calls['giveConsent']> {
  const { clock, cryptography } = dependencies;
  return {
    for: 'person',
    async handle({ body, person, transaction }) {
      const now = new Date(clock());
      const expiresAt = new Date(instantOf(body.expiresAt));
      const partners = await listReviewers(transaction);
      requireReviewer(partners, body.partner);
      const lasts = expiresAt.getTime() - now.getTime();
      if (lasts <= 0 || lasts > LONGEST_MS) {
        const message = 'A consent ends in the future, at most one year from now.';
        throw refuseValues({ pointer: '/expiresAt', code: 'not_acceptable', message });
      }
      const { tenantId, applicationId } = person;
      const row = await transaction
        .insertInto('consents')
        .values({
          id: newId(clock, cryptography),
          tenant_id: tenantId,
          application_id: applicationId,
          partner_id: body.partner,
          purpose: body.purpose,
          language: body.language,
          text_version: body.textVersion,
          text_hash: unhex(body.textHash),
          given_at: now,
          expires_at: expiresAt,
          withdrawn_at: null,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      const action = 'consent.give';
      await recordAudit(transaction, { tenantId, at: now, actor: 'session', action, applicationId });
      return { body: consentView(row, partners) };
    },
  };
}

export function withdrawConsent({ clock }: Dependencies): Handler<Calls['withdrawConsent']> {
  return {
    for: 'person',
    async handle({ params, person, transaction }) {
      const now = new Date(clock());
      const { tenantId, applicationId } = person;
      const row = await transaction
        .selectFrom('consents')
        .selectAll()
        .where('id', '=', params.id)
        .where('application_id', '=', applicationId)
        .forUpdate()
        .executeTakeFirst();
      if (!row) throw new Refusal('not-found');
      if (row.withdrawn_at !== null) return {};
      await transaction.updateTable('consents').set({ withdrawn_at: now }).where('id', '=', row.id).execute();
      // What the partner was working on is free for others.
      await transaction
        .updateTable('documents')
        .set({ claimed_by: null, claimed_until: null })
        .where('application_id', '=', applicationId)
        .where('claimed_by', '=', row.partner_id)
        .execute();
      const action = 'consent.withdraw';
      await recordAudit(transaction, { tenantId, at: now, actor: 'session', action, applicationId });
      return {};
    },
  };
}

function consentView(row: Selectable<ConsentsTable>, partners: readonly Reviewer[]): Frozen<Consent> {
  const { id, partner_id, purpose, language, text_version, text_hash } = row;
  const { given_at, expires_at, withdrawn_at } = row;
  return {
    id,
    // One that does not review any more has no name to show; its consents are still listed.
    partner: partners.find((partner) => partner.id === partner_id) ?? { id: partner_id, name: {} },
    purpose,
    language,
    textVersion: text_version,
    textHash: text_hash ? hex(text_hash) : undefined,
    givenAt: given_at.toISOString(),
    expiresAt: expires_at.toISOString(),
    withdrawnAt: withdrawn_at?.toISOString(),
  };
}
