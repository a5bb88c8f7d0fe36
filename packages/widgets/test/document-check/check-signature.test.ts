// A confirmation is only shown as signed when its signature was made with the service's key for exactly this file.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { ATTESTATION_TYPE, type Attestation } from '@lintas/contract/documents';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { verdictOf } from '../../src/document-check/check-state.ts';
import { createSignatureCheck } from '../../src/document-check/check-signature.ts';

const SHA256 = 'ab'.repeat(32);
const CLAIMS = {
  jti: 'a1',
  iss: 'office',
  iat: 1_790_000_000,
  sha256: SHA256,
  kind: 'passport',
  by: 'authority',
  verifier: 'office',
};
const NAME = { en: { text: 'Office', reviewed: 'peer' as const } };

function attestation(jws: string, changes: Partial<Attestation> = {}): Attestation {
  return {
    id: 'a1',
    kind: 'passport',
    authority: NAME,
    by: 'authority',
    verifier: NAME,
    issuedAt: '2026-09-21T14:13:20Z',
    jws,
    ...changes,
  };
}

describe('the signature of a confirmation', () => {
  let keys: CryptoKey;
  let server: Server;
  let api: string;
  before(async () => {
    const pair = await generateKeyPair('EdDSA', { extractable: true });
    keys = pair.privateKey;
    const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'EdDSA', use: 'sig' };
    server = createServer((request, response) => {
      const known = request.url === '/base/.well-known/jwks.json';
      response.writeHead(known ? 200 : 404).end(known ? JSON.stringify({ keys: [jwk] }) : '');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/base/`;
  });
  after(() => void server.close());

  const sign = (claims: object, header: object = {}, key = keys): Promise<string> =>
    new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'k1', typ: ATTESTATION_TYPE, ...header })
      .sign(key);
  const check = (found: Attestation, sha256 = SHA256, at = api): Promise<string> =>
    createSignatureCheck(at, AbortSignal.timeout(5000))(found, sha256);

  test('fits where the service signed this', async () => {
    assert.equal(await check(attestation(await sign(CLAIMS))), 'fits');
  });

  test('does not fit what says something else', async () => {
    const jws = await sign(CLAIMS);
    assert.equal(await check(attestation(jws), 'cd'.repeat(32)), 'does_not_fit');
    assert.equal(await check(attestation(jws, { id: 'a2' })), 'does_not_fit');
    assert.equal(await check(attestation(jws, { kind: 'school' })), 'does_not_fit');
    assert.equal(await check(attestation(jws, { by: 'partner' })), 'does_not_fit');
    const [head, , signature] = jws.split('.');
    const other = Buffer.from(JSON.stringify({ ...CLAIMS, verifier: 'somebody' })).toString('base64url');
    assert.equal(await check(attestation(`${head}.${other}.${signature}`)), 'does_not_fit');
  });

  test('does not fit where somebody else signed, or where it is for something else', async () => {
    const { privateKey } = await generateKeyPair('EdDSA');
    assert.equal(await check(attestation(await sign(CLAIMS, {}, privateKey))), 'does_not_fit');
    assert.equal(await check(attestation(await sign(CLAIMS, { kid: 'k2' }))), 'does_not_fit');
    assert.equal(await check(attestation(await sign(CLAIMS, { typ: 'JWT' }))), 'does_not_fit');
    for (const jws of ['', 'a.b', '..', 'a.b.c', '%%.%%.%%']) {
      assert.equal(await check(attestation(jws)), 'does_not_fit', jws);
    }
  });

  test('is unchecked where the keys cannot be had', async () => {
    const found = attestation(await sign(CLAIMS));
    assert.equal(await check(found, SHA256, `${api}elsewhere`), 'unchecked');
    assert.equal(await check(found, SHA256, 'http://127.0.0.1:1'), 'unchecked');
  });
});

describe('what several confirmations say together', () => {
  const held = attestation('');
  const revoked = attestation('', { revokedAt: '2026-10-01T00:00:00Z' });

  test('one that holds is enough; one whose signature does not fit says nothing', () => {
    assert.equal(verdictOf([]), 'unknown');
    assert.equal(verdictOf([{ attestation: held, signature: 'unchecked' }]), 'confirmed');
    assert.equal(verdictOf([{ attestation: revoked, signature: 'fits' }]), 'taken_back');
    assert.equal(
      verdictOf([
        { attestation: revoked, signature: 'fits' },
        { attestation: held, signature: 'fits' },
      ]),
      'confirmed',
    );
    assert.equal(verdictOf([{ attestation: held, signature: 'does_not_fit' }]), 'unsure');
    assert.equal(
      verdictOf([
        { attestation: held, signature: 'does_not_fit' },
        { attestation: revoked, signature: 'fits' },
      ]),
      'taken_back',
    );
  });
});
