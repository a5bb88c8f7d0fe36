// A consent can be proved: it names the very words that the person was shown.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { consentTextOf, GiveConsent } from '@lintas/contract';
import { givenConsent } from './samples.ts';

test('a consent is given only with the hash of the words, in lower-case hex', () => {
  assert.ok(GiveConsent.safeParse(givenConsent).success);
  const { textHash, ...without } = givenConsent;
  assert.ok(!GiveConsent.safeParse(without).success);
  for (const wrong of [
    textHash.toUpperCase(),
    textHash.slice(1),
    `${textHash}0`,
    'You do not have to.',
    '',
  ]) {
    assert.ok(!GiveConsent.safeParse({ ...givenConsent, textHash: wrong }).success, wrong);
  }
});

test('what is hashed are the sentences in the order in which they stood, one on each line', () => {
  const sentences = ['Anda tidak harus setuju.', 'لازم نیست موافقت کنید.'];
  assert.equal(consentTextOf(sentences), 'Anda tidak harus setuju.\nلازم نیست موافقت کنید.');
  // As anybody can compute it: printf '%s\n%s' … | sha256sum
  const digest = createHash('sha256').update(consentTextOf(sentences), 'utf8').digest('hex');
  assert.equal(digest, '8b9c51409fea644c8a80f2af26569717be1e23990fa75150b6450ae36df329ac');
});
