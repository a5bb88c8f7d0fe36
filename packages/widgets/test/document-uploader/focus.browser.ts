// Whoever works with the keyboard or hears the page stays where they are, whatever comes and goes by itself around them.

import { messages as en } from '../../src/locales/documents/en.ts';
import { assertEqual, until } from '../core/assert.ts';
import { resetNetwork, startNetwork, stopNetwork } from '../../../tooling/src/browser-tests/api.ts';
import { findButton, findPaper, give, photo, showOpened, wordsIn } from './uploader.ts';

type Opened = Awaited<ReturnType<typeof showOpened>>;

describe('the focus', () => {
  let shown: Opened;
  beforeEach(async () => {
    await resetNetwork();
    shown = await showOpened();
  });
  afterEach(() => shown.element.remove());

  it('goes on with a file when it has become a document', async () => {
    const paper = await findPaper(shown, 'A photo of you');
    give(paper, await photo());
    await until(() => shown.root.activeElement?.matches('[part~=file]'));
    const document = await until(() => paper.querySelector('[part~=document]'));
    assertEqual(shown.root.activeElement?.id, document.id);
  });

  it('goes on with a file that was sent as it is', async () => {
    const same = await photo();
    const paper = await findPaper(shown, 'Something else');
    give(paper, same);
    await until(() => paper.querySelector('[part~=document]'));
    give(paper, same);
    (await findButton(paper, en.file.sendAnyway)).click();
    await until(() => paper.querySelectorAll('[part~=document]').length === 2);
    assertEqual(shown.root.activeElement?.id, paper.querySelectorAll('[part~=document]')[1]?.id);
  });

  it('stays with a file whose button goes when all of it has arrived', async () => {
    const paper = await findPaper(shown, 'A photo of you');
    const chosen = await photo();
    (await until(() => paper.querySelector<HTMLInputElement>('.pick.file input'))).focus();
    await stopNetwork();
    give(paper, chosen);
    (await findButton(paper, en.sending.pause)).focus();
    await startNetwork();
    await until(() => wordsIn(paper).includes(en.states.received));
    assertEqual(shown.root.activeElement?.id, paper.querySelector('[part~=document]')?.id);
  });

  it('is left alone where it is elsewhere', async () => {
    const paper = await findPaper(shown, 'A photo of you');
    give(paper, await photo());
    await until(() => shown.root.activeElement?.matches('[part~=file]'));
    const elsewhere = await until(() => shown.root.querySelector<HTMLElement>('#own-device'));
    elsewhere.focus();
    await until(() => paper.querySelector('[part~=document]'));
    assertEqual(shown.root.activeElement?.id, 'own-device');
  });
});
