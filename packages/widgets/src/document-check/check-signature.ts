// Looks at the signature of a confirmation on this device (JWS, RFC 7515; Ed25519, RFC 8037), where the browser knows
// how: a confirmation then holds even if somebody wrote into the service's table of confirmations.

import { ATTESTATION_TYPE, AttestationClaims, type Attestation } from '@lintas/contract/documents';
import type { Confirmation } from './check-state.ts';

type CheckSignature = (attestation: Attestation, sha256: string) => Promise<Confirmation['signature']>;

/** Fetches the service's keys once, when the first signature is looked at. */
export function createSignatureCheck(api: string, signal: AbortSignal): CheckSignature {
  let keys: Promise<readonly Jwk[] | undefined> | undefined;
  return async ({ jws, id, kind, by }, sha256) => {
    const [head = '', body = '', signature = ''] = jws.split('.');
    const header = readJson(head);
    const { success, data: claims } = AttestationClaims.safeParse(readJson(body));
    if (!isHeader(header) || !success) return 'does_not_fit';
    const says = claims.sha256 === sha256 && claims.jti === id && claims.kind === kind && claims.by === by;
    if (!says) return 'does_not_fit';
    keys ??= fetchKeys(api, signal);
    const found = await keys;
    if (!found) return 'unchecked';
    const jwk = found.find(({ kid }) => kid === header.kid);
    const signed = new TextEncoder().encode(`${head}.${body}`);
    return jwk ? verifySignature(jwk, readBytes(signature), signed) : 'does_not_fit';
  };
}

interface Jwk {
  readonly kid: string;
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
}

async function verifySignature(
  { kty, crv, x }: Jwk,
  signature: Uint8Array<ArrayBuffer>,
  signed: Uint8Array<ArrayBuffer>,
): Promise<Confirmation['signature']> {
  let key: CryptoKey;
  try {
    key = await crypto.subtle.importKey('jwk', { kty, crv, x }, 'Ed25519', false, ['verify']);
  } catch {
    // A browser that does not know Ed25519, or a page without a secure context.
    return 'unchecked';
  }
  return (await crypto.subtle.verify('Ed25519', key, signature, signed)) ? 'fits' : 'does_not_fit';
}

async function fetchKeys(api: string, signal: AbortSignal): Promise<readonly Jwk[] | undefined> {
  try {
    const response = await fetch(`${api.replace(/\/+$/, '')}/.well-known/jwks.json`, {
      signal,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    const answer: unknown = response.ok ? await response.json() : undefined;
    return isObject(answer) && Array.isArray(answer.keys) ? answer.keys.filter(isJwk) : undefined;
  } catch {
    return undefined;
  }
}

function isHeader(value: unknown): value is { readonly kid: string } {
  return (
    isObject(value) &&
    value.alg === 'EdDSA' &&
    value.typ === ATTESTATION_TYPE &&
    typeof value.kid === 'string'
  );
}

function isJwk(value: unknown): value is Jwk {
  return isObject(value) && ['kid', 'kty', 'crv', 'x'].every((name) => typeof value[name] === 'string');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function readJson(part: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(readBytes(part)));
  } catch {
    return undefined;
  }
}

/** base64url without padding (RFC 7515, section 2). Empty where it is something else. */
function readBytes(part: string): Uint8Array<ArrayBuffer> {
  try {
    const text = atob(part.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(text, (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
