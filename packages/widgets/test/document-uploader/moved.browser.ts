// A page may put the uploader into another place of its own: the case stays open, and what is being sent goes on. Taken
// out for good, nothing of the person stays in it.

import { messages as en } from '../../src/locales/documents/en.ts';
import { assert, assertEqual, until } from '../core/assert.ts';
import { resetNetwork, slowDown } from '../../../tooling/src/browser-tests/api.ts';
import { findPaper, give, photo, showOpened, wordsIn } from './uploader.ts';

type Opened = Awaited<ReturnType<typeof showOpened>>;

describe('an uploader', () => {
  let shown: Opened;
  let paper: HTMLElement;
  beforeEach(async () => {
    await resetNetwork();
    shown = await showOpened();
    paper = await findPaper(shown, 'A photo of you');
    const file = await photo();
    await slowDown(8_000);
    give(paper, file);
    await until(() => wordsIn(paper).includes(en.sending.cancel));
  });
  afterEach(async () => {
    shown.element.remove();
    await resetNetwork();
  });

  const isEmpty = (): boolean =>
    !/IMG_0001/.test(shown.root.innerHTML) && !shown.root.querySelector('[part~=requirement], [part~=file]');

  it('that is moved within the page keeps the case open, and goes on with what it is sending', async () => {
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    elsewhere.append(shown.element);
    await Promise.resolve();
    await shown.element.updateComplete;
    assert(wordsIn(paper).includes(en.sending.cancel), wordsIn(shown.root.querySelector('.root')));
    await resetNetwork();
    await until(() => wordsIn(paper).includes(en.states.received));
    assertEqual(shown.element.value.length, 1, 'what is handed in');
    elsewhere.remove();
  });

  it('that is taken out of the page has forgotten everything right after, and stays so when it is put in again', async () => {
    shown.element.remove();
    await Promise.resolve();
    assertEqual([isEmpty(), shown.element.value.length], [true, 0], 'whether nothing is left');
    document.body.append(shown.element);
    await until(() => shown.root.querySelector('#reference'));
    assert(isEmpty(), wordsIn(shown.root.querySelector('.root')));
  });

  it('forgets at once when the person leaves in a hurry, also while it is being moved', () => {
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    shown.element.remove();
    document.dispatchEvent(new Event('lintas-exit'));
    assert(isEmpty(), wordsIn(shown.root.querySelector('.root')));
    elsewhere.append(shown.element);
    assert(isEmpty(), wordsIn(shown.root.querySelector('.root')));
    elsewhere.remove();
  });
});
