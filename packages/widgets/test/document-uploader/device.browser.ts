// What happens on the person's device: files are looked at before they are sent, what is found is said and linked to its
// place, and nothing is kept, shown or told that should not be.

import { messages as en } from '../../src/locales/documents/en.ts';
import { assert, assertEqual, until } from '../core/assert.ts';
import { assertAccessible } from '../core/axe.ts';
import { resetNetwork, stopNetwork, startNetwork } from '../../../tooling/src/browser-tests/api.ts';
import { open } from '../status-tracker/tracker.ts';
import {
  countKept,
  findButton,
  findIn,
  findPaper,
  give,
  photo,
  showOpened,
  showUploader,
  wordsIn,
} from './uploader.ts';

type Opened = Awaited<ReturnType<typeof showOpened>>;

/** Keeps everything that people who hear the page are told. */
async function listen(shown: Opened): Promise<string[]> {
  const region = await findIn(shown, '[role=status]');
  const heard: string[] = [];
  new MutationObserver(() => {
    const text = wordsIn(region);
    if (text !== '') heard.push(text);
  }).observe(region, { childList: true, characterData: true, subtree: true });
  return heard;
}

describe('a file on the device', () => {
  let shown: Opened;
  beforeEach(async () => {
    await resetNetwork();
    shown = await showOpened();
  });
  afterEach(() => shown.element.remove());

  it('that cannot be sent says why and what to do, aloud and at its place, and can be chosen anew', async () => {
    const heard = await listen(shown);
    const paper = await findPaper(shown, 'A photo of you');
    give(paper, new File(['not a picture'], 'photo.jpg', { type: 'image/jpeg' }));
    const file = await until(() => paper.querySelector<HTMLElement>('[part~=file]'));
    await until(() => wordsIn(file).includes('We cannot read this kind of file.'));
    await until(() => shown.root.activeElement === file);
    await until(() =>
      heard.some((text) => text.includes('A photo of you') && text.includes('We cannot read')),
    );
    const input = await until(() => file.querySelector('input[aria-invalid=true]'));
    const described = shown.root.getElementById(input.getAttribute('aria-describedby') ?? '');
    assert(wordsIn(described).includes('We cannot read'), 'The problem is not linked.');
    give(file, await photo());
    await until(() => paper.querySelector('[part~=document]'));
    assertEqual(paper.querySelectorAll('[part~=file]').length, 0, 'files left');
  });

  it('that is doubtful can be sent as it is', async () => {
    const same = await photo();
    const other = await findPaper(shown, 'Something else');
    give(other, same);
    await until(() => other.querySelector('[part~=document]'));
    give(other, same);
    const file = await until(() => other.querySelector<HTMLElement>('[part~=file]'));
    await until(() => wordsIn(file).includes(en.file.sameFile));
    const button = [...file.querySelectorAll('button')].find(
      (found) => wordsIn(found) === en.file.sendAnyway,
    );
    button?.click();
    await until(() => other.querySelectorAll('[part~=document]').length === 2);
  });

  it('that was handed in on an earlier visit says so before it is sent again, and can be sent all the same', async () => {
    const same = await photo();
    give(await findPaper(shown, 'Something else'), same);
    await until(() => wordsIn(shown.root.querySelector('[part~=document]')).includes(en.states.received));
    const { created } = shown;
    shown.element.remove();
    shown = { ...(await showUploader()), created };
    await open(shown, created);
    const paper = await findPaper(shown, 'A photo of you');
    give(paper, same);
    const file = await until(() => paper.querySelector<HTMLElement>('[part~=file]'));
    await until(() => wordsIn(file).includes(en.file.handedIn));
    await assertAccessible(shown.element);
    (await findButton(file, en.file.sendAnyway)).click();
    await until(() => paper.querySelector('[part~=document]'));
  });

  it('is also taken when it is dropped on the paper or pasted in it', async () => {
    const paper = await findPaper(shown, 'A photo of you');
    const data = new DataTransfer();
    data.items.add(await photo());
    paper.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    await until(() => paper.querySelector('[part~=document], [part~=file]'));
  });

  it('is told to nobody by name: not in events, addresses, storage or the console', async () => {
    const said: string[] = [];
    const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;
    const real = methods.map((method) => console[method]);
    for (const method of methods)
      console[method] = (...values: unknown[]) => void said.push(values.map(String).join(' '));
    const events: Event[] = [];
    shown.element.addEventListener('lintas-document-change', (event) => events.push(event));
    const paper = await findPaper(shown, 'A photo of you');
    give(paper, await photo('secret-name.jpg'));
    const document = await until(() => paper.querySelector<HTMLElement>('[part~=document]'));
    await until(() => wordsIn(document).includes(en.states.received));
    methods.forEach((method, index) => Object.assign(console, { [method]: real[index] }));
    const left = JSON.stringify([
      said,
      { ...localStorage },
      { ...sessionStorage },
      events.map((event) => [event.type, Object.entries(event)]),
      performance.getEntriesByType('resource').map(({ name }) => name),
      location.href,
    ]);
    assert(events.length > 0, 'No event came.');
    assert(!left.includes('secret-name'), left);
    assertEqual(await countKept(), 0, 'files that the device keeps');
  });

  it('waits while there is no network, says so, and goes on by itself', async () => {
    const paper = await findPaper(shown, 'A photo of you');
    const chosen = await photo();
    // The code for sending is there; the network is not.
    (await until(() => paper.querySelector<HTMLInputElement>('.pick.file input'))).focus();
    await stopNetwork();
    give(paper, chosen);
    await until(() => wordsIn(paper).includes(en.sending.offline));
    await startNetwork();
    await until(() => wordsIn(paper).includes(en.states.received));
  });

  it('is asked about once before it is removed, and then gone', async () => {
    const paper = await findPaper(shown, 'A photo of you');
    give(paper, await photo());
    const document = await until(() => paper.querySelector<HTMLElement>('[part~=document]'));
    await until(() => wordsIn(document).includes(en.states.received));
    document.querySelector<HTMLElement>('[part~=remove-button]')?.click();
    await until(() => shown.root.activeElement?.id === 'removal');
    document.querySelector<HTMLElement>('[part~=remove-button]')?.click();
    await until(() => !paper.querySelector('[part~=document]'));
    await until(() => paper.contains(shown.root.activeElement));
    assertEqual(shown.element.value, []);
  });
});
