// Ways to give a file beside the device's dialogue: from the clipboard, and from the camera in the hand.

import { messages as en } from '../../src/locales/documents/en.ts';
import { assert, assertEqual, until } from '../core/assert.ts';
import { resetNetwork } from '../status-tracker/api.ts';
import { findPaper, photo, showOpened, wordsIn } from './uploader.ts';

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
