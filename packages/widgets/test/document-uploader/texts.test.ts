// What people read about a document that was sent back names a step, in every language: as it did before it was sent.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UNUSABLE } from '@lintas/contract/documents';
import { messages as ar } from '../../src/locales/documents/ar.ts';
import { messages as en } from '../../src/locales/documents/en.ts';
import { messages as fa } from '../../src/locales/documents/fa.ts';
import { messages as id } from '../../src/locales/documents/id.ts';

for (const [lang, { reasons, nextSteps }] of Object.entries({ en, id, ar, fa })) {
  test(`a file that nobody could use comes back with what helps, ${lang}`, () => {
    const alone = UNUSABLE.filter((reason) => sentencesOf(reasons[reason]) < 2);
    // A name that is wrong needs no step of its own: the state says that another file is wanted.
    assert.deepEqual(alone, ['type_mismatch']);
    assert.equal(sentencesOf(nextSteps.needs_better_copy), 2);
  });
}

function sentencesOf(text: string): number {
  return text.split('. ').length;
}
