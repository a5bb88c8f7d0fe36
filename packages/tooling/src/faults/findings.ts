// Compares what the API has with what it acknowledged.

import { isDeepStrictEqual } from 'node:util';
import { emptyCase, foldEvent, type CaseEvent, type CaseState } from '@lintas/contract';
import type { Installation } from './installation.ts';
import type { KnownCase, Ledger } from './ledger.ts';

/** Answers what is lost, double or out of order, each in a sentence. */
export async function findFaults(
  installation: Installation,
  ledger: Ledger,
  cases: readonly KnownCase[],
): Promise<string[]> {
  const faults = await findStrangers(installation, ledger);
  for (const known of cases) {
    const found = await findFaultsOf(installation, known).catch((error: unknown) => [String(error)]);
    faults.push(...found.map((fault) => `case ${known.id}: ${fault}`));
  }
  return faults;
}

/** The list must have the acknowledged cases, each once, and no others. */
async function findStrangers(installation: Installation, { cases }: Ledger): Promise<string[]> {
  const listed = await readAll(installation, '/v1/applications?limit=100', 'cursor');
  const ids = listed.map(({ id }) => id);
  const missing = [...cases.keys()].filter((id) => !ids.includes(id));
  const strange = ids.filter((id) => typeof id !== 'string' || !cases.has(id));
  return [
    ...(missing.length > 0 ? [`lost cases: ${missing.join(', ')}`] : []),
    ...(strange.length > 0 ? [`cases that nobody was told of: ${strange.join(', ')}`] : []),
    ...(new Set(ids).size < ids.length ? ['a case is listed twice'] : []),
  ];
}

async function findFaultsOf(installation: Installation, known: KnownCase): Promise<string[]> {
  const [stored, events] = await Promise.all([
    read(installation, `/v1/applications/${known.id}`),
    readEvents(installation, known.id),
  ]);
  const faults: string[] = [];
  if (!events.every(({ seq }, index) => seq === index + 1))
    faults.push('the numbers of its events have a gap');
  if (events.length !== known.events.length + 1) {
    faults.push(`it has ${events.length} events instead of ${known.events.length + 1}`);
  }
  for (const { id, seq, at } of known.events) {
    const event = events[seq - 1];
    if (event?.['id'] !== id || event['at'] !== at) faults.push(`its event ${seq} is lost or another`);
  }
  const expected = foldKnown(known);
  const state = Object.fromEntries(Object.keys(expected).map((name) => [name, stored[name] ?? null]));
  if (!isDeepStrictEqual(state, expected)) {
    faults.push(
      `its state ${JSON.stringify(state)} is not what its events add up to: ${JSON.stringify(expected)}`,
    );
  }
  return faults;
}

/** The state that the acknowledged events add up to. */
function foldKnown({ filedAt, events }: KnownCase): CaseState {
  const first: CaseEvent = {
    id: '',
    seq: 1,
    at: filedAt,
    precision: 'minute',
    code: 'application_submitted',
    change: 'progress',
    actorClass: 'applicant',
    visibility: 'applicant',
    to: 'submitted',
  };
  const appended = [...events]
    .sort((one, other) => one.seq - other.seq)
    .map(({ id, seq, at, body: { code, change, to, checks } }): CaseEvent => ({
      ...{ id, seq, at, code, change, to },
      checks: checks?.map((check) => ({ ...check, since: at })),
      precision: 'minute',
      actorClass: 'authority',
      visibility: 'applicant',
    }));
  return [first, ...appended].reduce(foldEvent, emptyCase('submitted', filedAt));
}

type Json = Readonly<Record<string, unknown>>;

async function readEvents(installation: Installation, id: string): Promise<Json[]> {
  return readAll(installation, `/v1/applications/${id}/events?limit=100`, 'after');
}

/** All entries of a list; `parameter` is the one that takes the cursor of a page. */
async function readAll(installation: Installation, path: string, parameter: string): Promise<Json[]> {
  const entries: Json[] = [];
  let next: string | undefined;
  do {
    const { data, page } = await read(
      installation,
      next === undefined ? path : `${path}&${parameter}=${next}`,
    );
    if (!Array.isArray(data) || !isJson(page)) throw new Error(`${path} answered no page.`);
    entries.push(...data.filter(isJson));
    next = typeof page['next'] === 'string' ? page['next'] : undefined;
  } while (next !== undefined);
  return entries;
}

async function read({ url, key }: Installation, path: string): Promise<Json> {
  const response = await fetch(url + path, { headers: { Authorization: `Bearer ${key}` } });
  const answer: unknown = await response.json();
  if (response.ok && isJson(answer)) return answer;
  throw new Error(`${path} was answered with ${response.status}.`);
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}
