// A file's way from a person's device to an officer's decision, and back onto the screen.

import { isUnfinished, type DocumentList } from '@lintas/contract/documents';
import { messages as en } from '../../src/locales/documents/en.ts';
import { assert, assertEqual, until } from '../core/assert.ts';
import { call, createCase, resetNetwork } from '../../../tooling/src/browser-tests/api.ts';
import { open } from '../status-tracker/tracker.ts';
import {
  announce,
  decide,
  findIn,
  findPaper,
  give,
  largePdf,
  photo,
  showOpened,
  showUploader,
  wordsIn,
  type ShownUploader,
} from './uploader.ts';

describe('a document that was interrupted', () => {
  for (const same of [true, false]) {
    it(same ? 'goes on as the same when its file is chosen again' : 'gives way to another file', async () => {
      await resetNetwork();
      const created = await createCase();
      const file = largePdf();
      const id = await announce(file, created);
      const shown = await showUploader();
      await open(shown, created);
      const rest = await findIn(shown, `#document-${id}`);
      give(rest, same ? file : largePdf());
      const [handedIn] = await until(() => shown.element.value.length > 0 && shown.element.value);
      assertEqual(handedIn === id, same, 'the same document');
      const { body } = await call<DocumentList>('GET', `/v1/applications/${created.id}/documents`);
      assertEqual(body.data.filter(({ state }) => isUnfinished(state)).length, 0, 'unfinished documents');
      shown.element.remove();
    });
  }
});

describe('a document', () => {
  let shown: ShownUploader;
  beforeEach(async () => {
    await resetNetwork();
    shown = await showOpened();
  });
  afterEach(() => shown.element.remove());

  it('is sent, checked, sent back for a better copy, replaced and accepted, all of it on the screen', async () => {
    const heard: [string, string][] = [];
    shown.element.addEventListener('lintas-document-change', ({ documentId, state }) =>
      heard.push([documentId, state]),
    );
    const paper = await findPaper(shown, 'A photo of you');
    give(paper, await photo());
    const document = await until(() => paper.querySelector<HTMLElement>('[part~=document]'));
    assert(!/success|accepted/i.test(wordsIn(document)), wordsIn(document));
    await until(() => wordsIn(document).includes(en.states.received));
    const [first = ''] = shown.element.value;
    await decide(first, { outcome: 'needs_better_copy', reason: 'blurred' });
    await until(() => wordsIn(document).includes(en.states.needs_better_copy));
    assert(wordsIn(document).includes(en.reasons.blurred), wordsIn(document));
    assertEqual(shown.element.value, [], 'what counts as handed in');

    give(document, await photo('IMG_0002.jpg'));
    const second = await until(() => shown.element.value.find((id) => id !== first));
    await until(() => wordsIn(paper).includes(en.states.received));
    assertEqual(paper.querySelectorAll('[part~=document]').length, 1, 'documents in the place of the photo');
    await decide(second, { outcome: 'accepted' });
    await until(() => wordsIn(paper).includes(en.states.accepted));
    await until(() => heard.some(([id, state]) => id === second && state === 'accepted'));
    assertEqual(wordsIn(await findIn(shown, '[part=summary]')), en.paper.mayAdd);
  });
});
