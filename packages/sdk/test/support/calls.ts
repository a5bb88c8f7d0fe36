// Small calls and their answers, for tests in which only the way there and back matters.

import { type ApplicationsClient, type ClientOptions, createClient, type StatusSession } from '@lintas/sdk';
import type { AppendEvent, StatusEvent } from '@lintas/contract/status';
import { QUICK } from './quick.ts';

export const TOKEN = 'cs_CANARYtokenCANARYtokenCANARY';
export const SECRET_KEY = 'sk_test_CANARYsecretkey';
export const PUBLISHABLE_KEY = 'pk_test_CANARYpublishablekey';
export const REFERENCE = 'CANA-RYRE-FERE';
export const PIN = '90210777';

export const OPENED = {
  token: TOKEN,
  expiresAt: '2026-03-01T09:45:00Z',
  endsAt: '2026-03-01T12:30:00Z',
};
export const EMPTY_LIST = { data: [], page: { next: null } };
export const EVENT: AppendEvent = {
  code: 'paused',
  change: 'progress',
  to: 'on_hold',
  reason: 'high_demand',
};
export const APPENDED: StatusEvent = {
  id: '019a0000-0000-7000-8000-000000000001',
  seq: 5,
  at: '2026-03-01T09:30:00Z',
  precision: 'minute',
  code: 'paused',
  change: 'progress',
  actorClass: 'authority',
  visibility: 'applicant',
  text: {},
};

export function applicationsAt(baseUrl: string, timing: ClientOptions['timing'] = {}): ApplicationsClient {
  return createClient({ baseUrl, key: SECRET_KEY, timing: { ...QUICK, ...timing } }).applications;
}

/** A call that reads: all entries of a list. */
export async function listAt(
  baseUrl: string,
  options: { timing?: ClientOptions['timing']; signal?: AbortSignal } = {},
): Promise<number> {
  let count = 0;
  const { signal, timing } = options;
  for await (const _ of applicationsAt(baseUrl, timing).list({}, { signal })) count += 1;
  return count;
}

/** A call that writes. */
export function appendAt(baseUrl: string, timing: ClientOptions['timing'] = {}): Promise<StatusEvent> {
  return applicationsAt(baseUrl, timing).append('019a', EVENT);
}

export function openAt(
  baseUrl: string,
  timing: ClientOptions['timing'] = {},
  signal?: AbortSignal,
): Promise<StatusSession> {
  const { status } = createClient({ baseUrl, key: PUBLISHABLE_KEY, timing: { ...QUICK, ...timing } });
  return status.open({ reference: REFERENCE, pin: PIN }, { signal });
}
