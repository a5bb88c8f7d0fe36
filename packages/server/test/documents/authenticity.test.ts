// Whoever holds a file can ask whether it was confirmed, without sending it; and check the signature by themselves.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AttestationClaims, Authenticity, KeySet } from '@lintas/contract';
import { createLocalJWKSet, jwtVerify } from 'jose';
import * as z from 'zod/mini';
import { rotateSigningKey } from '../../src/documents/attestations/signing-keys.ts';
import { ORIGIN } from '../fixtures/api.ts';
import { handIn, openNewCase, photo, readDocument, sha256 } from '../fixtures/documents.ts';
import { assertProblem } from '../fixtures/problems.ts';
import { claim, consentTo, createReviewer, decide } from '../fixtures/reviewers.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);

  async function ask(file: Uint8Array): Promise<Authenticity['attestations']> {
    const body = { sha256: sha256(file) };
    const response = await api().call('POST', '/v1/attestations/check', {
      key: api().pageKey,
      origin: ORIGIN,
      body,
    });
    assert.equal(response.status, 200, await response.clone().text());
    return z.parse(Authenticity, await response.json()).attestations;
  }

  /** Hands a file in and has it accepted by a partner or by the authority. */
  async function accepted(by: 'partner' | 'authority') {
    const applicant = await openNewCase(api());
    const file = photo(3000);
    const document = await handIn(api(), applicant, file);
    const partner = await createReviewer(api());
    await consentTo(api(), applicant, partner.id);
    const reviewer = by === 'partner' ? partner : { token: api().secretKey };
    await claim(api(), reviewer, document.id);
    const response = await decide(api(), reviewer, document.id, { outcome: 'accepted' });
    assert.equal(response.status, 200, await response.clone().text());
    return { applicant, file, id: document.id, reviewer };
  }

  const keys = async () => z.parse(KeySet, await (await api().call('GET', '/.well-known/jwks.json')).json());

  const verify = async (jws: string) => {
    const { payload } = await jwtVerify(jws, createLocalJWKSet(await keys()), {
      algorithms: ['EdDSA'],
      typ: 'lintas-attestation+jws',
    });
    return z.parse(AttestationClaims, payload);
  };

  test('an accepted file is known, with who confirmed it; one byte more is not', async () => {
    const { file } = await accepted('partner');
    const [attestation, ...more] = await ask(file);
    assert.deepEqual(more, []);
    assert.deepEqual([attestation?.by, attestation?.kind], ['partner', 'passport']);
    assert.match(attestation?.verifier['en']?.text ?? '', /^Helpers/);
    assert.equal(attestation?.authority['en']?.text, 'Office');
    assert.deepEqual(await ask(Buffer.concat([file, Buffer.from([0])])), []);
  });

  test('a file that was only handed in is not confirmed', async () => {
    const file = photo(2000);
    await handIn(api(), await openNewCase(api()), file);
    assert.deepEqual(await ask(file), []);
  });

  test('the signature holds against the public keys, and names nobody', async () => {
    const { file, applicant, id } = await accepted('authority');
    const { attestation = '' } = await readDocument(api(), applicant, id);
    const claims = await verify(attestation);
    assert.deepEqual([claims.sha256, claims.iss, claims.by], [sha256(file), 'authority', 'authority']);
    assert.ok(!JSON.stringify(claims).includes(applicant.applicationId));
    const [head, payload, signature = ''] = attestation.split('.');
    const forged = [head, payload, signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))].join('.');
    await assert.rejects(verify(forged));
  });

  test('after the key was changed, what was signed before can still be checked', async () => {
    const before = await accepted('authority');
    const kid = await rotateSigningKey(api().dependencies);
    const after = await accepted('authority');
    for (const { file } of [before, after]) {
      const [attestation] = await ask(file);
      assert.equal((await verify(attestation?.jws ?? '')).sha256, sha256(file));
    }
    const { keys: published } = await keys();
    assert.ok(published.some((key) => key['kid'] === kid) && published.length > 1);
    for (const key of published)
      assert.deepEqual([key.kty, key['crv'], key['d']], ['OKP', 'Ed25519', undefined]);
  });

  describe('a confirmation is taken back', () => {
    const revoke = (id: string, token: string) =>
      api().call('POST', `/v1/attestations/${id}/revoke`, { token });

    test('by who gave it, and by the authority; nobody else finds it', async () => {
      for (const by of ['partner', 'authority'] as const) {
        const { file, reviewer } = await accepted('partner');
        const [attestation] = await ask(file);
        const id = attestation?.id ?? '';
        const stranger = await createReviewer(api());
        await assertProblem(await revoke(id, stranger.token), 'not-found');
        const token = by === 'partner' ? reviewer.token : api().secretKey;
        assert.equal((await revoke(id, token)).status, 204);
        assert.equal((await revoke(id, token)).status, 204, 'twice does no harm');
        const [revoked] = await ask(file);
        assert.ok(revoked?.revokedAt !== undefined);
      }
    });

    test('when the document is no longer accepted', async () => {
      const { file, id, reviewer, applicant } = await accepted('partner');
      await claim(api(), reviewer, id);
      const again = { outcome: 'rejected', reason: 'could_not_confirm' } as const;
      assert.equal((await decide(api(), reviewer, id, again)).status, 200);
      const [revoked] = await ask(file);
      assert.ok(revoked?.revokedAt !== undefined);
      assert.equal((await readDocument(api(), applicant, id)).attestation, undefined);
    });
  });

  test('no private half of a key is anywhere in the clear', async () => {
    await accepted('authority');
    const rows = await api().dependencies.database.asOwner((transaction) =>
      transaction.selectFrom('signing_keys').selectAll().execute(),
    );
    const pkcs8 = Buffer.from('302e020100300506032b6570', 'hex');
    for (const { public_key, sealed_private_key } of rows) {
      assert.equal(public_key['d'], undefined);
      assert.ok(!Buffer.from(sealed_private_key).includes(pkcs8));
    }
  });
});
