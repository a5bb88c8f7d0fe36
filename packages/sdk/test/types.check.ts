// What the public types allow and forbid. Nothing here runs: it is `npm run check` that fails.

import {
  type ApplicationsClient,
  type ClientErrorCode,
  hasCode,
  isLintasError,
  type LintasErrorCode,
  type StatusNotice,
  type StatusSession,
  type Client,
} from '@lintas/sdk';
import type { Open } from '@lintas/contract/core';
import type {
  CaseView,
  CreatedApplication,
  DecisionView,
  Status,
  StatusEvent,
  StatusUpdate,
} from '@lintas/contract/status';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** Fails to compile unless the type is `true`. The value is what the type was asked of. */
const is = <T extends true>(_of?: unknown): T | undefined => undefined;

export async function people(client: Client, signal: AbortSignal): Promise<void> {
  const session = await client.status.open({ reference: 'KJGS-1V65-JPJ7', pin: '90321842' }, { signal });
  is<Equal<typeof session, StatusSession>>();
  is<Equal<Awaited<ReturnType<typeof session.get>>, CaseView>>();
  is<Equal<Awaited<ReturnType<typeof session.decision>>, DecisionView>>();
  is<Equal<typeof session.expiresAt, Date>>();
  for await (const event of session.events({ after: 3, signal })) is<Equal<typeof event, StatusEvent>>(event);
  for await (const notice of session.watch()) is<Equal<typeof notice, StatusNotice>>(notice);

  // @ts-expect-error Both are needed.
  await client.status.open({ reference: 'KJGS-1V65-JPJ7' });
  // @ts-expect-error The end of a session is the API's to move.
  session.expiresAt = new Date();
  // @ts-expect-error There is no way to the token.
  void session.token;
}

/** Every kind of notice, and no other. */
export function kinds(notice: StatusNotice): StatusUpdate | Date | string {
  switch (notice.kind) {
    case 'update':
      return notice.update;
    case 'checked':
      return notice.at;
    case 'unknown':
      return notice.type + notice.raw;
    case 'connection':
      return notice.state === 'reconnecting' ? notice.cause.message : notice.state;
  }
}

export async function systems(applications: ApplicationsClient): Promise<void> {
  const created = await applications.create({
    kind: 'other',
    filedAt: '2026-03-01T09:30:00Z',
    applicant: { initials: 'A.B.' },
  });
  is<Equal<typeof created, CreatedApplication>>();
  await applications.append(
    created.id,
    { code: 'paused', change: 'progress', to: 'on_hold' },
    { ifMatch: 4 },
  );
  for await (const { status } of applications.list({ status: 'on_hold' })) {
    is<Equal<typeof status, Open<Status>>>(status);
  }

  // @ts-expect-error Written values are closed: a typing mistake is found here.
  await applications.append(created.id, { code: 'pausd', change: 'progress' });
  // @ts-expect-error Pages are the SDK's matter.
  applications.list({ cursor: 'x' });
}

export function errors(error: unknown): void {
  if (isLintasError(error)) {
    is<Equal<typeof error.code, LintasErrorCode>>();
    is<Equal<typeof error.retryAfter, number | undefined>>();
  }
  if (hasCode(error, 'too-many-requests')) void error.retryAfter;
  const own: ClientErrorCode[] = ['network', 'timeout', 'unexpected-answer', 'session-ended'];
  void own;
}
