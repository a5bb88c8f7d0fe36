// What a reviewer decides, and whom an authority has review.

import type { ENDPOINTS, ReviewOutcome, VerificationResult } from '@lintas/contract';
import { recordAudit } from '../../db/audit.ts';
import type { Dependencies } from '../../dependencies.ts';
import type { Handler } from '../../http/call.ts';
import { Refusal } from '../../http/problems.ts';
import { newId } from '../../identifiers.ts';
import { instantOf } from '../../status/instants.ts';
import { issueAttestation, revokeAttestationsOf } from '../attestations/issue.ts';
import { currentSigningKey } from '../attestations/signing-keys.ts';
import { moveDocument } from '../move.ts';
import { findDocument } from '../store.ts';
import { lockClaimed, release } from './claims.ts';
import { listReviewers, requireReviewer } from './reviewers.ts';
import { enter, viewOf } from './routes.ts';

type Calls = typeof ENDPOINTS;

/** What a decision says as a verification: a paper that needs another copy is neither right nor wrong. */
const RESULTS: Readonly<Record<ReviewOutcome, VerificationResult>> = {
  accepted: 'pass',
  needs_better_copy: 'inconclusive',
  rejected: 'fail',
};

export function decideReview(dependencies: Dependencies): Handler<Calls['decideReview']> {
  const { clock, cryptography } = dependencies;
  return {
    for: 'integration',
    async handle({ params, body, system, once }) {
      const { ground, now } = await enter(params.id, system, dependencies);
      const signingKey = body.outcome === 'accepted' ? await currentSigningKey(dependencies) : undefined;
      return once(ground.tenantId, async (transaction) => {
        const { row, consentId } = await lockClaimed(transaction, system.tenantId, ground, now);
        const by = system.tenantId === row.tenant_id ? 'authority' : 'partner';
        await transaction
          .insertInto('verifications')
          .values({
            id: newId(clock, cryptography),
            tenant_id: row.tenant_id,
            document_id: row.id,
            by,
            verifier: system.tenantId,
            method: 'human_review',
            result: RESULTS[body.outcome],
            reason: body.reason ?? null,
            at: now,
            evidence_hash: row.sha256,
            consent_id: consentId,
          })
          .execute();
        const actor = `key:${system.keyId}`;
        await revokeAttestationsOf(transaction, row, now);
        if (signingKey) {
          const verifier = { by, id: system.tenantId } as const;
          await issueAttestation(transaction, row, verifier, signingKey, dependencies);
        }
        await release(transaction, row);
        const { outcome: to, reason } = body;
        const move = {
          to,
          reason,
          by: 'reviewer',
          actorClass: by,
          actor,
          action: 'document.review',
        } as const;
        await moveDocument(transaction, row, move, dependencies);
        return { body: await viewOf(transaction, ground, system, now) };
      });
    },
  };
}

export function assignReview({ clock }: Dependencies): Handler<Calls['assignReview']> {
  return {
    for: 'system',
    async handle({ params, body, system, transaction }) {
      const now = new Date(clock());
      const row = await findDocument(transaction, params.id);
      if (!row) throw new Refusal('not-found');
      requireReviewer(await listReviewers(transaction), body.partner);
      const until = new Date(instantOf(body.until));
      await transaction
        .insertInto('assignments')
        .values({
          tenant_id: row.tenant_id,
          document_id: row.id,
          partner_id: body.partner,
          until,
          created_at: now,
        })
        .onConflict((conflict) =>
          conflict.columns(['tenant_id', 'document_id', 'partner_id']).doUpdateSet({ until }),
        )
        .execute();
      await recordAudit(transaction, {
        tenantId: row.tenant_id,
        at: now,
        actor: `key:${system.keyId}`,
        action: 'document.assign',
        applicationId: row.application_id,
        documentId: row.id,
      });
      return {};
    },
  };
}
