// The list of papers: it comes as soon as it can.

import { messages as en } from '../../src/locales/documents/en.ts';
import { assert, until } from '../core/assert.ts';
import { createCase, loseAnswers, resetNetwork } from '../status-tracker/api.ts';
import { open } from '../status-tracker/tracker.ts';
import { findIn, showUploader, wordsIn, type ShownUploader } from './uploader.ts';

const textOf = ({ root }: ShownUploader): string => wordsIn(root.querySelector('.root'));

afterEach(() => document.querySelector('lintas-document-uploader')?.remove());

describe('a list that cannot be read', () => {
  it('is read again by itself, and only what has failed twice is said', async () => {
    await resetNetwork();
    const created = await createCase();
    const shown = await showUploader();
    await loseAnswers('/v1/documents');
    await open(shown, created);
    await until(() => textOf(shown).includes(en.paper.loading));
    await until(() => textOf(shown).includes(en.paper.loadFailed));
    await resetNetwork();
    await findIn(shown, '[part=requirement]');
    assert(!textOf(shown).includes(en.paper.loadFailed), 'The notice is left.');
  });
});
