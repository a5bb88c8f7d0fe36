// The list of papers: it comes as soon as it can, and asks for nothing that nobody asks for.

import { messages as en } from '../../src/locales/documents/en.ts';
import { assert, assertEqual, until } from '../core/assert.ts';
import {
  append,
  ASKED,
  createCase,
  loseAnswers,
  RECEIVED,
  resetNetwork,
} from '../../../tooling/src/browser-tests/api.ts';
import { open } from '../status-tracker/tracker.ts';
import { findIn, showOpened, showUploader, wordsIn, type ShownUploader } from './uploader.ts';

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

describe('papers that nobody asks for', () => {
  it('may be given, until a task asks for them', async () => {
    await resetNetwork();
    const shown = await showOpened();
    assertEqual(wordsIn(await findIn(shown, '[part=summary]')), en.paper.mayAdd);
    assert(!textOf(shown).includes(en.paper.needed), textOf(shown));
    await append(shown.created, RECEIVED, ASKED);
    // Who has no sponsor needs no letter of one.
    await until(() => wordsIn(shown.root.querySelector('[part=summary]')) === en.paper.handedIn(0, 2));
    assert(textOf(shown).includes(en.paper.needed), textOf(shown));
  });

  it('are asked for where a form of the page cannot be sent without them', async () => {
    await resetNetwork();
    const shown = await showOpened();
    shown.element.required = true;
    await until(() => wordsIn(shown.root.querySelector('[part=summary]')) === en.paper.handedIn(0, 2));
  });
});
