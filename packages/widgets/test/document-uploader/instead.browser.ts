// What a new file takes the place of: never what somebody else is sending, and always what is still on its way where one
// file fits. Where the paper was accepted meanwhile, it says so and lets the person go on.

import { isUnfinished, type DocumentList } from '@lintas/contract/documents';
import { messages as en } from '../../src/locales/documents/en.ts';
import { assert, assertEqual, until } from '../core/assert.ts';
import {
  call,
  createCase,
  resetNetwork,
  slowDown,
  startNetwork,
  stopNetwork,
} from '../../../tooling/src/browser-tests/api.ts';
import { open } from '../status-tracker/tracker.ts';
import {
  announce,
  decide,
  drop,
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

/** Names and states of what the API has of a case, in the order of their names. */
async function handedIn({ id }: { readonly id: string }): Promise<readonly string[]> {
  const { body } = await call<DocumentList>('GET', `/v1/applications/${id}/documents`);
  return body.data
    .map(({ fileName, state }) => `${fileName} ${isUnfinished(state) ? 'unfinished' : state}`)
    .sort();
}

describe('a file that is given where another one is', () => {
  let shown: ShownUploader | undefined;
  beforeEach(async () => {
    await resetNetwork();
  });
  afterEach(async () => {
    await resetNetwork();
    shown?.element.remove();
  });

  it('leaves alone what another device is sending, where several fit', async () => {
    const created = await createCase();
    const id = await announce(largePdf('elsewhere.pdf'), created);
    shown = await showUploader();
    await open(shown, created);
    await findIn(shown, `#document-${id}`);
    const paper = await findPaper(shown, 'Something else');
    drop(paper, await photo('here.jpg'));
    await until(() => wordsIn(paper).includes(en.states.received));
    assertEqual(await handedIn(created), ['elsewhere.pdf unfinished', 'here.jpg received']);
  });

  it('takes the place of the one that is still being sent, where one fits', async () => {
    const opened = await showOpened();
    shown = opened;
    const paper = await findPaper(opened, 'A photo of you');
    const [wrong, right] = [await photo('wrong.jpg'), await photo('right.jpg')];
    await slowDown(8_000);
    drop(paper, wrong);
    await until(() => wordsIn(paper).includes(en.sending.cancel));
    drop(paper, right);
    await until(() => wordsIn(paper).includes('right.jpg'));
    assert(!wordsIn(paper).includes('wrong.jpg'), wordsIn(paper));
    await resetNetwork();
    await until(() => wordsIn(paper).includes(en.states.received));
    assertEqual(await handedIn(opened.created), ['right.jpg received']);
  });

  it('says that the paper was accepted meanwhile, shows it, and lets another file be sent beside it', async () => {
    const opened = await showOpened();
    shown = opened;
    const paper = await findPaper(opened, 'A photo of you');
    give(paper, await photo('first.jpg'));
    await until(() => wordsIn(paper).includes(en.states.received));
    const [first = ''] = opened.element.value;
    const [second, third] = [await photo('second.jpg'), await photo('third.jpg')];
    await stopNetwork();
    give(await until(() => paper.querySelector('[part~=document]')), second);
    await until(() => wordsIn(paper).includes(en.sending.offline));
    await decide(first, { outcome: 'accepted' });
    await startNetwork();
    await until(() => wordsIn(paper).includes(en.sending.acceptedMeanwhile));
    const file = await until(() => paper.querySelector('[part~=file]'));
    assert(!wordsIn(file).includes(en.sending.retry), wordsIn(file));
    await until(() => wordsIn(paper.querySelector('[part~=document]')).includes(en.states.accepted));
    give(file, third);
    await until(() => wordsIn(paper).includes(en.states.received));
    assertEqual(await handedIn(opened.created), ['first.jpg accepted', 'third.jpg received']);
  });
});
