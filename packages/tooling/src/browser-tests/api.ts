// The real API as a test in a page sees it: on another origin, behind a network that fails on command.

import { DocumentRequirementPage } from '@lintas/contract/documents';
import type { AppendEvent, CreatedApplication, CreateApplication } from '@lintas/contract/status';
import { executeServerCommand } from '@web/test-runner-commands';
import type { ApiCommand } from './api-plugin.ts';

export interface Connection {
  readonly url: string;
  readonly key: string;
}

function command<Answer>(payload: ApiCommand): Promise<Answer> {
  return executeServerCommand<Answer, ApiCommand>('lintas-api', payload);
}

export const findApi = (): Promise<Connection> => command({ action: 'info' });

/** The network is whole again, and nobody has tried too often. */
export const resetNetwork = (): Promise<true> => command({ action: 'reset' });

export const stopNetwork = (): Promise<true> => command({ action: 'stop' });
export const startNetwork = (): Promise<true> => command({ action: 'start' });
export const cutConnections = (): Promise<true> => command({ action: 'cut' });

/** Requests are taken and never answered, until the network is reset. */
export const holdAnswersBack = (): Promise<true> => command({ action: 'fault', fault: { kind: 'stall' } });

/** What is sent leaves slowly, until the network is reset. */
export const slowDown = (bytesPerSecond: number): Promise<true> =>
  command({ action: 'fault', fault: { kind: 'slow', bytesPerSecond } });

/** Requests to paths that end so arrive, and their answers are lost, until the network is reset. */
export const loseAnswers = (to: string): Promise<true> =>
  command({ action: 'fault', fault: { kind: 'lose-answers', to } });

/** Something answers in the API's place, until the network is reset. Pages of other origins may read it. */
export function answerInstead(
  status: number,
  contentType = 'text/html',
  body = '<h1>Log in</h1>',
): Promise<true> {
  const headers = { 'Content-Type': contentType, 'Access-Control-Allow-Origin': '*' };
  return command({ action: 'fault', fault: { kind: 'answer', status, headers, body } });
}

export const PROBLEM = 'application/problem+json';

/** One of the API's own answers of failure. */
export function problem(code: string, status: number): string {
  return JSON.stringify({ type: `urn:lintas:problem:${code}`, title: code, status });
}

interface Called<Body> {
  readonly status: number;
  readonly body: Body;
}

/** The authority calls its API. */
export function call<Body>(method: string, path: string, body?: unknown): Promise<Called<Body>> {
  return command<Called<Body>>({ action: 'call', method, path, body });
}

/** The partner that reviews documents calls the API. */
export function callAsReviewer<Body>(method: string, path: string, body?: unknown): Promise<Called<Body>> {
  return command<Called<Body>>({ action: 'call', method, path, body, as: 'reviewer' });
}

/** A session is ended, as if from elsewhere; the network of its page may be down. */
export async function endSession(token: string): Promise<void> {
  const path = '/v1/status-sessions/current';
  const { status } = await command<Called<unknown>>({
    action: 'call',
    method: 'DELETE',
    path,
    as: { token },
  });
  if (status !== 204) throw new Error(`The session was not ended: ${status}`);
}

/** A case of the test's own. */
export async function createCase(changes: Partial<CreateApplication> = {}): Promise<CreatedApplication> {
  const body: CreateApplication = {
    kind: 'stay_limited',
    filedAt: '2026-03-01T02:00:00Z',
    office: 'Jakarta Selatan',
    applicant: { initials: 'A.B.' },
    ...changes,
  };
  const created = await command<Called<CreatedApplication>>({
    action: 'call',
    method: 'POST',
    path: '/v1/applications',
    body,
  });
  if (created.status !== 201) throw new Error(`No case was created: ${JSON.stringify(created)}`);
  return created.body;
}

/** The authority writes events, one after the other. */
export async function append({ id }: CreatedApplication, ...events: readonly AppendEvent[]): Promise<void> {
  for (const body of events) {
    const path = `/v1/applications/${id}/events`;
    const { status, body: answer } = await command<Called<unknown>>({
      action: 'call',
      method: 'POST',
      path,
      body,
    });
    if (status !== 201) throw new Error(`${body.code} was refused: ${JSON.stringify(answer)}`);
  }
}

export const RECEIVED: AppendEvent = {
  code: 'accepted_for_processing',
  change: 'progress',
  to: 'received',
};
export const IN_REVIEW: AppendEvent = { code: 'review_started', change: 'progress', to: 'in_review' };
export const CHECKED: AppendEvent = {
  code: 'checks_finished',
  change: 'progress',
  to: 'ready_for_decision',
};
export const REFUSED: AppendEvent = {
  code: 'decision_made',
  change: 'progress',
  to: 'decided',
  decision: {
    outcome: 'refused',
    reasons: ['requirements_not_met'],
    review: { at: '2027-03-03T09:00:00Z', zone: 'Asia/Jakarta' },
    nextStep: 'ask_for_review',
  },
};
export const ASKED: AppendEvent = {
  code: 'something_needed',
  change: 'progress',
  to: 'action_required',
  tasks: [
    {
      kind: 'upload',
      title: {
        en: { text: 'Send your passport', reviewed: 'peer' },
        id: { text: 'Kirim paspor Anda', reviewed: 'peer' },
      },
      state: 'open',
      due: { at: '2027-03-03T09:00:00Z', zone: 'Asia/Jakarta' },
      how: [{ en: { text: 'Bring it to counter 4', reviewed: 'peer' } }],
    },
  ],
};

/** A case whose office asks for the photo. */
export async function createAsking(): Promise<CreatedApplication> {
  const { url, key } = await findApi();
  const response = await fetch(`${url}/v1/requirements?kind=stay_limited`, {
    headers: { 'Lintas-Key': key },
  });
  const { data } = DocumentRequirementPage.parse(await response.json());
  const requirementId = data.find(({ documentKind }) => documentKind === 'photo')?.id;
  if (requirementId === undefined) throw new Error('No photo is needed.');
  const created = await createCase();
  const tasks = ASKED.tasks?.map((task) => ({ ...task, requirementId }));
  await append(created, RECEIVED, { ...ASKED, tasks });
  return created;
}
