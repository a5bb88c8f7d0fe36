// Whoever asks later can prove it: which file a check was about, and why a partner could look at it.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Review, type Document, type Verification } from '@lintas/contract';
import * as z from 'zod/mini';
import { finishPending } from '../../src/documents/finish.ts';
import { announce, handIn, openNewCase, patch, photo, readDocument, sha256 } from '../fixtures/documents.ts';
import { claim, consentTo, createReviewer, decide, type Reviewer } from '../fixtures/reviewers.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

const HOUR = 3_600_000;

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);
  let partner: Reviewer;
  before(async () => (partner = await createReviewer(api())));

  const inHours = (hours: number): string => new Date(api().now() + hours * HOUR).toISOString();

  const byMachines = ({ verifications }: Document) => verifications.filter(({ by }) => by === 'system');
  const byHumans = ({ verifications }: Document) => verifications.filter(({ by }) => by !== 'system');

  /** The reviewer accepts the document; answers what they read afterwards. */
  const accept = async (reviewer: Pick<Reviewer, 'token'>, id: string): Promise<Review> => {
    assert.equal((await claim(api(), reviewer, id)).status, 200);
    const response = await decide(api(), reviewer, id, { outcome: 'accepted' });
    assert.equal(response.status, 200, await response.clone().text());
    return z.parse(Review, await response.json());
  };

  const assign = async (id: string, until: string): Promise<void> => {
    const body = { partner: partner.id, until };
    const path = `/v1/verifications/${id}/assignments`;
    assert.equal((await api().call('POST', path, { token: api().secretKey, body })).status, 204);
  };

  /** A document that the reviewer has accepted; answers what the person reads of that. */
  const decided = async (
    prepare: (person: { readonly token: string }, id: string) => Promise<unknown>,
    reviewer?: Pick<Reviewer, 'token'>,
  ): Promise<Verification | undefined> => {
    const person = await openNewCase(api());
    const { id } = await handIn(api(), person, photo(3000));
    await prepare(person, id);
    await accept(reviewer ?? partner, id);
    return byHumans(await readDocument(api(), person, id))[0];
  };

  test('a check by machines or humans names the file that was looked at', async () => {
    const person = await openNewCase(api());
    const file = photo(3000);
    const { id } = await handIn(api(), person, file);
    await consentTo(api(), person, partner.id);
    await accept(partner, id);
    const document = await readDocument(api(), person, id);
    assert.ok(byMachines(document).some(({ method }) => method === 'checksum'));
    assert.ok(byMachines(document).some(({ method }) => method === 'format'));
    assert.equal(byHumans(document).length, 1);
    for (const { method, evidenceHash } of document.verifications) {
      assert.equal(evidenceHash, sha256(file), method);
    }
  });

  test('a check of a file that came damaged names what came, not what was announced', async () => {
    const person = await openNewCase(api());
    const [file, other] = [photo(3000), photo(3000)];
    const { id, path } = await announce(api(), person, file);
    await patch(api(), person, path, 0, other);
    await finishPending(api().dependencies);
    const [check, ...more] = (await readDocument(api(), person, id)).verifications;
    assert.deepEqual(more, []);
    assert.deepEqual([check?.result, check?.evidenceHash], ['fail', sha256(other)]);
  });

  test('a check forgets the file when it is taken back', async () => {
    const person = await openNewCase(api());
    const { id } = await handIn(api(), person, photo(3000));
    const { token } = person;
    assert.equal((await api().call('DELETE', `/v1/documents/${id}`, { token })).status, 204);
    const { verifications } = await readDocument(api(), person, id);
    assert.ok(verifications.length > 0);
    assert.ok(verifications.every(({ evidenceHash }) => evidenceHash === undefined));
  });

  test('a check by a partner names the consent that it stood on', async () => {
    let consentId = '';
    const check = await decided(async (person) => {
      consentId = await consentTo(api(), person, partner.id);
    });
    assert.deepEqual([check?.by, check?.consentId], ['partner', consentId]);
  });

  test('a check names the consent that still held, and of several the one that lasts longest', async () => {
    let longest = '';
    const check = await decided(async (person) => {
      const { token } = person;
      const another = await createReviewer(api());
      await consentTo(api(), person, another.id, { expiresAt: inHours(72) });
      const takenBack = await consentTo(api(), person, partner.id, { expiresAt: inHours(96) });
      await consentTo(api(), person, partner.id, { expiresAt: inHours(24) });
      longest = await consentTo(api(), person, partner.id, { expiresAt: inHours(48) });
      await consentTo(api(), person, partner.id, { expiresAt: inHours(36) });
      assert.equal((await api().call('DELETE', `/v1/consents/${takenBack}`, { token })).status, 204);
    });
    assert.equal(check?.consentId, longest);
  });

  test('a check under an assignment names no consent, also where a shorter one was given or a longer one was taken back', async () => {
    const assigned = await decided((_, id) => assign(id, inHours(24)));
    assert.deepEqual([assigned?.by, assigned?.consentId], ['partner', undefined]);
    const both = await decided(async (person, id) => {
      await consentTo(api(), person, partner.id, { expiresAt: inHours(12) });
      await assign(id, inHours(24));
    });
    assert.deepEqual([both?.by, both?.consentId], ['partner', undefined]);
    const left = await decided(async (person, id) => {
      const { token } = person;
      const consentId = await consentTo(api(), person, partner.id, { expiresAt: inHours(36) });
      await assign(id, inHours(24));
      assert.equal((await api().call('DELETE', `/v1/consents/${consentId}`, { token })).status, 204);
    });
    assert.deepEqual([left?.by, left?.consentId], ['partner', undefined]);
  });

  test('a check by the authority of the case names no consent', async () => {
    const prepare = (person: { readonly token: string }) => consentTo(api(), person, partner.id);
    const check = await decided(prepare, { token: api().secretKey });
    assert.deepEqual([check?.by, check?.consentId], ['authority', undefined]);
  });

  test('a check shows a reviewer the hash of the file, and no consent, neither their own nor another’s', async () => {
    const person = await openNewCase(api());
    const file = photo(3000);
    const { id } = await handIn(api(), person, file);
    const another = await createReviewer(api());
    for (const { id: reviewer } of [partner, another]) await consentTo(api(), person, reviewer);
    const own = await accept(partner, id);
    const others = z.parse(Review, await (await claim(api(), another, id)).json());
    for (const { verifications } of [own, others]) {
      const check = verifications.find(({ by }) => by === 'partner');
      assert.deepEqual([check?.evidenceHash, check?.consentId], [sha256(file), undefined]);
    }
  });
});
