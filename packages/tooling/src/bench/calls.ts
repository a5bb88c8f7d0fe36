// Calls to the API, as plain as they can be made and with the times at which they were sent and answered.

import assert from 'node:assert/strict';
import { Agent, request, type IncomingMessage } from 'node:http';
import type { AppendEvent, CreatedApplication, StatusSession } from '@lintas/contract';
import { PAGE_KEY, SECRET_KEY } from './workplace.ts';

export interface Call {
  readonly method: 'GET' | 'POST';
  /** Whole address. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** Milliseconds on the clock of `performance.now()`. */
  readonly sentAt: number;
  readonly receivedAt: number;
}

/** Connections are kept, as any system that calls often keeps them. */
const agent = new Agent({ keepAlive: true });

export async function send(call: Call): Promise<Answer> {
  const sentAt = performance.now();
  const response = await begin(call, agent);
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) text += String(chunk);
  return { status: response.statusCode ?? 0, text, sentAt, receivedAt: performance.now() };
}

/** Sends and resolves with the head of the answer. Without an agent the call has a connection of its own. */
export async function begin(
  { method, url, headers, body }: Call,
  agentForCall: Agent | false = false,
): Promise<IncomingMessage> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const outgoing = request(url, {
      method,
      agent: agentForCall,
      headers: {
        ...headers,
        ...(text !== undefined && {
          'Content-Type': 'application/json',
          'Content-Length': Buffer.byteLength(text),
        }),
      },
    });
    outgoing.once('response', resolve);
    outgoing.once('error', reject);
    outgoing.end(text);
  });
}

/** As the authority's system proves itself. */
export const AS_AUTHORITY = { Authorization: `Bearer ${SECRET_KEY}` } as const;

/** A new case, which was sent and not yet received. */
export async function createCase(api: string): Promise<CreatedApplication> {
  const { status, text } = await send({
    method: 'POST',
    url: `${api}/v1/applications`,
    headers: AS_AUTHORITY,
    body: { kind: 'stay_limited', filedAt: new Date().toISOString(), applicant: { initials: 'A.B.' } },
  });
  assert.equal(status, 201, text);
  return JSON.parse(text) as CreatedApplication;
}

/** An opening of a case with its reference and PIN. */
export function opening(api: string, reference: string, pin: string, pageKey: string = PAGE_KEY): Call {
  return {
    method: 'POST',
    url: `${api}/v1/status-sessions`,
    headers: { 'Lintas-Key': pageKey },
    body: { reference, secret: { kind: 'pin', value: pin } },
  };
}

/** Opens a case; answers the token. */
export async function openCase(api: string, { reference, pin }: CreatedApplication): Promise<string> {
  const { status, text } = await send(opening(api, reference, pin));
  assert.equal(status, 201, text);
  return (JSON.parse(text) as StatusSession).token;
}

export function appending(api: string, caseId: string, event: AppendEvent): Call {
  return {
    method: 'POST',
    url: `${api}/v1/applications/${caseId}/events`,
    headers: AS_AUTHORITY,
    body: event,
  };
}

/** The event that takes a new case on. */
export const RECEIVED: AppendEvent = { code: 'accepted_for_processing', change: 'progress', to: 'received' };

/** Does the same for each entry, a few at a time; the results are in the order of the entries. */
export async function forEach<Entry, Result>(
  entries: readonly Entry[],
  work: (entry: Entry) => Promise<Result>,
  atATime = 8,
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = entries.entries();
  const worker = async (): Promise<void> => {
    for (const [index, entry] of queue) results[index] = await work(entry);
  };
  await Promise.all(Array.from({ length: atATime }, worker));
  return results;
}
