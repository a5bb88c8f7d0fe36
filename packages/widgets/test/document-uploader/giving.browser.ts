// Ways to give a file beside the device's dialogue: from the clipboard, and from the camera in the hand.

import { messages as en } from '../../src/locales/documents/en.ts';
import { assert, assertEqual, until } from '../core/assert.ts';
import { createCase, resetNetwork } from '../../../tooling/src/browser-tests/api.ts';
import { open } from '../status-tracker/tracker.ts';
import { drop, findPaper, give, hear, photo, showOpened, showUploader, wordsIn } from './uploader.ts';

type Opened = Awaited<ReturnType<typeof showOpened>>;

/** Pastes where the focus is; answers whether somebody took it. */
function paste(shown: Opened, data: DataTransfer): boolean {
  const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true });
  // Firefox takes no data with the event.
  Object.defineProperty(event, 'clipboardData', { value: data });
  shown.root.activeElement?.dispatchEvent(event);
  return event.defaultPrevented;
}

describe('a file', () => {
  let shown: Opened;
  beforeEach(async () => {
    await resetNetwork();
    shown = await showOpened();
  });
  afterEach(() => shown.element.remove());

  it('is taken from the clipboard, in the place where the person is, once; text is left to others', async () => {
    const paper = await findPaper(shown, 'A photo of you');
    (await until(() => paper.querySelector<HTMLElement>('.pick.file input'))).focus();
    const words = new DataTransfer();
    words.setData('text/plain', 'just words');
    assertEqual(paste(shown, words), false, 'whether words were taken');
    const data = new DataTransfer();
    data.items.add(await photo());
    assertEqual(paste(shown, data), true, 'whether the file was taken');
    await until(() => wordsIn(paper).includes(en.states.received));
    assertEqual(shown.root.querySelectorAll('[part~=document], [part~=file]').length, 1, 'what there is');
  });

  it('is not taken from the clipboard while nothing can be given', async () => {
    shown.element.disabled = true;
    await shown.element.updateComplete;
    const paper = await findPaper(shown, 'A photo of you');
    paper.querySelector('summary')?.focus();
    const data = new DataTransfer();
    data.items.add(await photo());
    assertEqual(paste(shown, data), false, 'whether the file was taken');
    assertEqual(shown.root.querySelector('[part~=document], [part~=file]'), null);
  });

  it('is handed in also where its name has marks of direction or line breaks in it', async () => {
    const paper = await findPaper(shown, 'A photo of you');
    give(paper, await photo('\u202bسند\u202c\n.jpg'));
    await until(() => wordsIn(paper).includes(en.states.received));
    assert(wordsIn(paper).includes('سند.jpg'), wordsIn(paper));
  });

  it('comes from the camera that fits the paper: towards the person for their photo, else away from them', async () => {
    const cameraOf = async (title: string): Promise<HTMLInputElement> => {
      const paper = await findPaper(shown, title);
      return until(() => paper.querySelector<HTMLInputElement>('.pick.photo input'));
    };
    const [portrait, page] = [await cameraOf('A photo of you'), await cameraOf('passport')];
    assertEqual([portrait.type, portrait.getAttribute('capture')], ['file', 'user']);
    assertEqual(page.getAttribute('capture'), 'environment');
    assert(
      page.accept.split(',').every((type) => type.startsWith('image/')),
      page.accept,
    );
    const data = new DataTransfer();
    data.items.add(await photo('image.jpg'));
    portrait.files = data.files;
    portrait.dispatchEvent(new Event('change', { bubbles: true }));
    const paper = await findPaper(shown, 'A photo of you');
    await until(() => wordsIn(paper).includes(en.states.received));
  });
});

describe('several files at once', () => {
  beforeEach(async () => {
    await resetNetwork();
  });

  afterEach(() => document.querySelector('lintas-document-uploader')?.remove());

  it('are not dropped in silence where one fits: it is said and shown that the first was taken', async () => {
    const shown = await showOpened();
    const hasHeard = await hear(shown);
    const paper = await findPaper(shown, 'A photo of you');
    drop(paper, await photo('first.jpg'), await photo('second.jpg'));
    await until(() => wordsIn(paper).includes(en.choose.tooMany(1)));
    await hasHeard(en.choose.tooMany(1));
    await until(() => wordsIn(paper).includes('first.jpg'));
    assertEqual(paper.querySelectorAll('[part~=document], [part~=file]').length, 1, 'what there is');
  });

  it('become the two sides of a card', async () => {
    const shown = await showUploader();
    await open(shown, await createCase({ kind: 'refugee_registration' }));
    const paper = await findPaper(shown, 'UNHCR card');
    drop(paper, await photo('front.jpg'), await photo('back.jpg'));
    const [front, back] = paper.querySelectorAll('[part~=place]');
    await until(() => wordsIn(front).includes('front.jpg') && wordsIn(back).includes('back.jpg'));
    assert(!wordsIn(paper).includes(en.choose.tooMany(2)), wordsIn(paper));
  });
});
