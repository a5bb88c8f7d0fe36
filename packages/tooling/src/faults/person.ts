// A person who has opened a case, and their calls.

import { TUS_BYTES, TUS_VERSION } from '@lintas/contract';
import type { Installation } from './installation.ts';

export interface Person {
  readonly token: string;
}

const REQUEST_TIMEOUT_MS = 20_000;

/** Registers a case and opens it. */
export async function openCase({ url, key, pageKey }: Installation): Promise<Person> {
  const created = await post(
    url,
    '/v1/applications',
    { Authorization: `Bearer ${key}` },
    {
      kind: 'visa_visit',
      filedAt: '2026-01-05T02:00:00.000Z',
      applicant: { initials: 'A. B.' },
    },
  );
  const { reference, pin } = created;
  const opening = { reference, secret: { kind: 'pin', value: pin } };
  const { token } = await post(url, '/v1/status-sessions', { 'Lintas-Key': pageKey }, opening);
  if (typeof token !== 'string') throw new Error('A session came without a token.');
  return { token };
}

async function post(
  url: string,
  path: string,
  credential: Record<string, string>,
  body: unknown,
): Promise<Readonly<Record<string, unknown>>> {
  const headers = { ...credential, 'Content-Type': 'application/json' };
  const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (response.status !== 201) throw new Error(`${path} was answered with ${response.status}.`);
  return (await response.json()) as Record<string, unknown>;
}

export interface CallOptions {
  readonly body?: unknown;
  readonly bytes?: Buffer<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A call of theirs; rejects when the API is gone. */
export function call(
  url: string,
  method: string,
  path: string,
  { token }: Person,
  { body, bytes, headers = {} }: CallOptions = {},
): Promise<Response> {
  const type = bytes ? TUS_BYTES : 'application/json';
  const payload = bytes ?? (body === undefined ? undefined : JSON.stringify(body));
  return fetch(url + path, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      'Tus-Resumable': TUS_VERSION,
      ...(payload !== undefined && { 'Content-Type': type }),
      ...headers,
    },
    ...(payload !== undefined && { body: payload }),
    signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
  });
}
