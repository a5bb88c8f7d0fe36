// What an authority's system may do with its own applications. Others' are not there for it: the tenant's
// walls are around every transaction. What it reads is recorded, for the person to see.

import type { ApplicationsQuery, ENDPOINTS } from '@lintas/contract';
import { recordRead } from '../db/audit-reads.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Handler } from '../http/call.ts';
import { Refusal } from '../http/problems.ts';
import { appendToCase } from './append.ts';
import { cursorAfter, readCursor } from './cursors.ts';
import { readEventPage } from './event-page.ts';
import { issuePin } from './pins.ts';
import { registerApplication } from './register.ts';
import { replacePinOf } from './replace-pin.ts';
import { findApplication, listApplications as listRows } from './store.ts';
import { applicationView, caseTag, eventView } from './views.ts';

type Calls = typeof ENDPOINTS;

const DEFAULT_LIMIT = 50;

export function createApplication(dependencies: Dependencies): Handler<Calls['createApplication']> {
  return {
    for: 'reviewer',
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
      const limit = Number(query.limit ?? DEFAULT_LIMIT);
      const rows = await listRows(transaction, query, { before: startOf(query), limit: limit + 1 });
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      await recordRead(transaction, { ...system, at: new Date(clock()) });
      return {
        body: { data: shown.map(applicationView), page: { next: last ? cursorAfter(last.id) : null } },
      };
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
    for: 'reviewer',
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

function startOf({ cursor }: ApplicationsQuery): string | undefined {
  return cursor === undefined ? undefined : readCursor(cursor);
}
