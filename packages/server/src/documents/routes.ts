// What is needed and what was handed in, as a page, a person and an authority read it.

import type { DocumentRequirement, ENDPOINTS } from '@lintas/contract';
import { recordRead } from '../db/audit-reads.ts';
import type { Transaction } from '../db/database.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Frozen, Handler } from '../http/call.ts';
import { Refusal } from '../http/problems.ts';
import { hex } from '../identifiers.ts';
import { findApplication } from '../status/store.ts';
import { listPublicRequirements, listRequirementsOf } from './requirements.ts';
import { findDocument, listGivenUp, listLiveDocuments, type DocumentRow } from './store.ts';
import { documentViews } from './views.ts';

type Calls = typeof ENDPOINTS;

export function listRequirements(dependencies: Dependencies): Handler<Calls['listRequirements']> {
  const { database } = dependencies;
  return {
    for: 'page',
    async handle({ query }) {
      const data: Frozen<DocumentRequirement>[] = await database.atGate((transaction) =>
        listPublicRequirements(transaction, query),
      );
      const body = { data, page: { next: null } };
      return { body, etag: tagOf(body, dependencies) };
    },
  };
}

export function listDocuments(dependencies: Dependencies): Handler<Calls['listDocuments']> {
  return {
    for: 'person',
    async handle({ person, transaction, origin }) {
      const givenUp = await listGivenUp(transaction, person.applicationId, new Date(dependencies.clock()));
      const body = await documentsOf(transaction, person.applicationId, origin, givenUp);
      if (!body) throw new Refusal('unauthenticated');
      return { body, etag: tagOf(body, dependencies) };
    },
  };
}

export function getDocument(): Handler<Calls['getDocument']> {
  return {
    for: 'person',
    async handle({ params, person, transaction, origin }) {
      const row = await findDocument(transaction, params.id);
      if (row?.application_id !== person.applicationId) throw new Refusal('not-found');
      const [body] = await documentViews(transaction, [row], origin);
      if (!body) throw new Refusal('not-found');
      return { body };
    },
  };
}

export function listApplicationDocuments({
  clock,
}: Dependencies): Handler<Calls['listApplicationDocuments']> {
  return {
    for: 'system',
    async handle({ params, system, transaction, origin }) {
      const body = await documentsOf(transaction, params.id, origin);
      if (!body) throw new Refusal('not-found');
      await recordRead(transaction, { ...system, applicationId: params.id, at: new Date(clock()) });
      return { body };
    },
  };
}

/**
 * The documents of a case and what it needs; `undefined` when there is no such case.
 *
 * @param givenUp what comes first, for the person themselves
 */
async function documentsOf(
  transaction: Transaction,
  applicationId: string,
  origin: string,
  givenUp: readonly DocumentRow[] = [],
) {
  const application = await findApplication(transaction, applicationId);
  if (!application) return undefined;
  const rows = await listLiveDocuments(transaction, applicationId);
  return {
    data: await documentViews(transaction, [...givenUp, ...rows], origin),
    page: { next: null },
    requirements: await listRequirementsOf(transaction, application.kind),
  };
}

/** Entity tag of an answer that has no version of its own. */
function tagOf(body: unknown, { cryptography }: Pick<Dependencies, 'cryptography'>): string {
  return `"${hex(cryptography.sha256(JSON.stringify(body))).slice(0, 32)}"`;
}
