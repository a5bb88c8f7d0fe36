// A person lets a partner look at their documents, and can prove later which words they were shown.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { documentsOf, type ConsentToGive } from '@lintas/sdk/documents';
import { createCase, openCase, pageAt, type ReferenceApi } from '../support/reference-api.ts';

const SENTENCES = ['Anda tidak harus setuju.', 'لازم نیست موافقت کنید. 🙂'];

export function consenting(api: ReferenceApi): void {
  test('a consent is kept with the hash of exactly the words that were shown', async () => {
    const session = await openCase(pageAt(`http://127.0.0.1:${api.port}`), await createCase(api));
    const documents = documentsOf(session);
    const { partners } = await documents.consents();
    const consent: ConsentToGive = {
      partner: partners[0]?.id ?? '',
      purpose: 'document_review',
      language: 'fa-AF',
      textVersion: '1',
      sentences: SENTENCES,
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    };
    const given = await documents.giveConsent(consent);
    const textHash = createHash('sha256').update(SENTENCES.join('\n'), 'utf8').digest('hex');
    assert.deepEqual([given.language, given.textVersion, given.textHash], ['fa-AF', '1', textHash]);
    assert.deepEqual((await documents.consents()).data, [given]);

    const less = await documents.giveConsent({ ...consent, sentences: SENTENCES.slice(1) });
    assert.notEqual(less.textHash, textHash);
  });
}
