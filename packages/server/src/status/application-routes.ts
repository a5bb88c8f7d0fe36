// What an authority's system may do with its own applications. Others' are not there for it: the tenant's
// walls are around every transaction. What it reads is recorded, for the person to see.

import type { ENDPOINTS } from '@lintas/contract';
import { recordRead } from '../db/audit-reads.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Handler } from '../http/call.ts';
import { Refusal } from '../http/problems.ts';
import { cursorAfterId, readIdCursor, readPage } from '../pagination.ts';
import { appendToCase } from './append.ts';
import { readEventPage } from './event-page.ts';
import { issuePin } from './pins.ts';
import { registerApplication } from './register.ts';
import { replacePinOf } from './replace-pin.ts';
import { findApplication, listApplications as listRows } from './store.ts';
import { applicationView, caseTag, eventView } from './views.ts';

type Calls = typeof ENDPOINTS;

export function createApplication(dependencies: Dependencies): Handler<Calls['createApplication']> {
  return {
    for: 'integration',
    async handle({ body, system: { tenantId, keyId }, once }) {
      const issued = await issuePin(dependencies.cryptography);
      const registration = { tenantId, input: body, issued, actor: `key:${keyId}` };
      return once(tenantId, async (transaction) => {
        const registered = await registerApplication(transaction, registration, dependencies);
        if (registered.kind === 'existing') throw new Refusal('external-id-taken');
        return { body: { ...applicationView(registered.row), pin: registered.pin } };
      });
    },
  };
}

export function listApplications({ clock }: Dependencies): Handler<Calls['listApplications']> {
  return {
    for: 'system',
    async handle({ query, system, transaction }) {
      const before = readIdCursor(query.cursor);
      const { rows, page } = await readPage(
        query.limit,
        (limit) => listRows(transaction, query, { before, limit }),
        ({ id }) => cursorAfterId(id),
      );
      await recordRead(transaction, { ...system, at: new Date(clock()) });
      return { body: { data: rows.map(applicationView), page } };
    },
  };
}

export function getApplication({ clock }: Dependencies): Handler<Calls['getApplication']> {
  return {
    for: 'system',
    async handle({ params, system, transaction }) {
      const row = await findApplication(transaction, params.id);
      if (!row) throw new Refusal('not-found');
      await recordRead(transaction, { ...system, applicationId: row.id, at: new Date(clock()) });
      return { body: applicationView(row), etag: caseTag(row) };
    },
  };
}

export function replacePin(dependencies: Dependencies): Handler<Calls['replacePin']> {
  return {
    for: 'integration',
    async handle({ params, system: { tenantId, keyId }, once }) {
      const issued = await issuePin(dependencies.cryptography);
      const replacement = { tenantId, applicationId: params.id, issued, actor: `key:${keyId}` };
      return once(tenantId, async (transaction) => {
        await replacePinOf(transaction, replacement, dependencies);
        return { body: { pin: issued.pin } };
      });
    },
  };
}

export function listApplicationEvents({ clock }: Dependencies): Handler<Calls['listApplicationEvents']> {
  return {
    for: 'system',
    async handle({ params, query, system, transaction }) {
      if (!(await findApplication(transaction, params.id))) throw new Refusal('not-found');
      const body = await readEventPage(transaction, params.id, query, 'system');
      await recordRead(transaction, { ...system, applicationId: params.id, at: new Date(clock()) });
      return { body };
    },
  };
}

export function appendEvent(dependencies: Dependencies): Handler<Calls['appendEvent']> {
  return {
    for: 'system',
    async handle({ params, body, system, transaction, header }) {
      const append = {
        applicationId: params.id,
        input: body,
        actorClass: 'authority',
        actor: `key:${system.keyId}`,
        ifMatch: header('if-match'),
      } as const;
      return { body: eventView(await appendToCase(transaction, append, dependencies)) };
    },
  };
}
