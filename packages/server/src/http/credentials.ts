// Who is calling: reads the credential of a request, looks it up, and holds it to its origins.

import type { Auth, Endpoint } from '@lintas/contract';
import type { Dependencies } from '../dependencies.ts';
import { isWithin } from '../keys/networks.ts';
import { findKey, isUseNews, noteUse, type LiveKey } from '../keys/store.ts';
import { findSession } from '../status/sessions.ts';
import { refuseOrigin } from './cors.ts';
import type { Page, Person, System } from './call.ts';
import type { Exchange } from './exchange.ts';
import { Refusal } from './problems.ts';

export type Caller = { readonly kind: 'anyone' } | Page | Person | System;

/** Who makes this call. Rejects when they may not make it. */
export async function identify(
  { auth }: Pick<Endpoint, 'auth'>,
  exchange: Exchange,
  dependencies: Dependencies,
): Promise<Caller> {
  const { headers } = exchange.request;
  const bearer = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? '';
  const pageKey = headers.get('lintas-key') ?? '';
  const sentByBrowser = headers.has('origin');
  if (sentByBrowser && (isSecret(bearer) || isSecret(pageKey))) throw new Refusal('secret-key-in-browser');
  if (auth === 'none') return { kind: 'anyone' };
  const token = auth === 'publishable' ? pageKey : bearer;
  if (!token.startsWith(PREFIX[auth])) throw new Refusal('unauthenticated');
  if (isDemonstration(token) && !dependencies.demo) throw new Refusal('demo-only');
  return auth === 'session'
    ? identifyPerson(token, exchange, dependencies)
    : identifyKey(auth, token, exchange, dependencies);
}

const PREFIX: Readonly<Record<Exclude<Auth, 'none'>, string>> = {
  publishable: 'pk_',
  session: 'cs_',
  'applications:read': 'sk_',
  'applications:write': 'sk_',
  'documents:read': 'sk_',
  'verifications:write': 'sk_',
  'surveys:write': 'sk_',
};

/** The page whose publishable key has this SHA-256. Rejects when there is none. */
export async function identifyPage(
  hash: Uint8Array,
  exchange: Exchange,
  dependencies: Dependencies,
): Promise<Page> {
  return asPage(await findLiveKey(hash, exchange, dependencies), exchange);
}

async function identifyPerson(
  token: string,
  exchange: Exchange,
  dependencies: Dependencies,
): Promise<Person> {
  const { database, cryptography, clock, demo } = dependencies;
  const tokenHash = cryptography.sha256(token);
  const session = await database.atGate((transaction) =>
    findSession(transaction, tokenHash, new Date(clock())),
  );
  if (!session) throw new Refusal('unauthenticated');
  exchange.keyId = session.keyId;
  if (session.demo && !demo) throw new Refusal('demo-only');
  refuseOrigin(exchange, session.origins);
  return { kind: 'person', tokenHash, ...session };
}

async function identifyKey(
  auth: Exclude<Auth, 'none' | 'session'>,
  token: string,
  exchange: Exchange,
  dependencies: Dependencies,
): Promise<Page | System> {
  const { database, cryptography, clock } = dependencies;
  const tokenHash = cryptography.sha256(token);
  const key = await findLiveKey(tokenHash, exchange, dependencies);
  const now = new Date(clock());
  const caller = auth === 'publishable' ? asPage(key, exchange) : asSystem(key, tokenHash, auth, exchange);
  if (isUseNews(key, now)) {
    // Nobody has to do without an answer because this cannot be written, as on a disk that is full.
    await database.atGate((transaction) => noteUse(transaction, key.id, now)).catch(() => undefined);
  }
  return caller;
}

async function findLiveKey(
  hash: Uint8Array,
  exchange: Exchange,
  { database, clock, demo }: Dependencies,
): Promise<LiveKey> {
  const key = await database.atGate((transaction) => findKey(transaction, hash, new Date(clock())));
  if (!key) throw new Refusal('unauthenticated');
  exchange.keyId = key.id;
  if (key.demo && !demo) throw new Refusal('demo-only');
  return key;
}

function asPage({ id, kind, tenantId, origins }: LiveKey, exchange: Exchange): Page {
  if (kind !== 'publishable') throw new Refusal('unauthenticated');
  refuseOrigin(exchange, origins);
  return { kind: 'page', keyId: id, tenantId, origins };
}

function asSystem(
  { id, kind, tenantId, scopes, networks }: LiveKey,
  tokenHash: Uint8Array,
  scope: string,
  { client }: Exchange,
): System {
  if (kind !== 'secret') throw new Refusal('unauthenticated');
  if (networks && !isWithin(client.address, networks)) throw new Refusal('address-not-allowed');
  if (!scopes.some((granted) => granted === scope)) throw new Refusal('scope-missing');
  return { kind: 'system', tokenHash, keyId: id, tenantId };
}

function isSecret(token: string): boolean {
  return token.startsWith('sk_');
}

/** Keys of the demonstration are printed in the README: anybody has them. */
function isDemonstration(token: string): boolean {
  return /^[ps]k_demo_/.test(token);
}
