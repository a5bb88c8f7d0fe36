// A file's way from a person's device to an officer's decision, and back onto the screen.

import { messages as en } from '../../src/locales/documents/en.ts';
import { assert, assertEqual, until } from '../core/assert.ts';
import { resetNetwork } from '../status-tracker/api.ts';
import {
  decide,
  findIn,
  findPaper,
  give,
  photo,
  showOpened,
  wordsIn,
  type ShownUploader,
} from './uploader.ts';

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
    assertEqual(wordsIn(await findIn(shown, '[part=summary]')), en.paper.handedIn(1, 3));
  });
});
