// What people can do where sending waits or has failed: a way on that helps, and no button that cannot.

import { messages as en } from '../../src/locales/documents/en.ts';
import { assert, assertEqual, until } from '../core/assert.ts';
import { answerInstead, PROBLEM, problem, resetNetwork } from '../../../tooling/src/browser-tests/api.ts';
import { showScreen, type OneScreen } from './one-screen.ts';
import { SCREENS } from './screens.ts';
import { findPaper, give, photo, showOpened, wordsIn } from './uploader.ts';

async function show(name: string): Promise<OneScreen> {
  const state = SCREENS[name];
  assert(state, name);
  return showScreen(state);
}

describe('a file that could not be sent', () => {
  afterEach(() => document.querySelector('one-document-screen, lintas-document-uploader')?.remove());

  for (const [name, said, mayTryAgain] of [
    ['no room for it', en.sending.storageFull, true],
    ['too many of them', en.sending.tooMany, true],
    ['sending failed', en.sending.failed, true],
    ['a file that has changed', en.sending.fileChanged, false],
    ['a file that was not taken', en.reasons.encrypted, false],
    ['a file for a paper that was accepted meanwhile', en.sending.acceptedMeanwhile, false],
    ['an upload that was given up', en.nextSteps.uploading, false],
  ] as const) {
    it(`gives way to another one, and is tried again only where that can help: ${name}`, async () => {
      const { shadowRoot } = await show(name);
      const file = shadowRoot?.querySelector('[part=file]');
      const input = file?.querySelector('.pick.file input');
      assert(input, 'No other file can be given.');
      const described = shadowRoot?.getElementById(input.getAttribute('aria-describedby') ?? '');
      assert(wordsIn(described).includes(said), `Not linked: ${wordsIn(described)}`);
      const buttons = [...(file?.querySelectorAll('button') ?? [])].map(wordsIn);
      assertEqual(buttons.includes(en.sending.retry), mayTryAgain, 'whether it can be tried again');
    });
  }

  it('leaves its place to the one that is chosen instead, also where several files fit', async () => {
    for (const title of ['A photo of you', 'Something else']) {
      await resetNetwork();
      const shown = await showOpened();
      const paper = await findPaper(shown, title);
      // The code for sending is there before the network is another.
      (await until(() => paper.querySelector<HTMLInputElement>('.pick.file input'))).focus();
      const [first, second] = [await photo(), await photo()];
      await answerInstead(410, PROBLEM, problem('upload-gone', 410));
      give(paper, first);
      const file = await until(() => paper.querySelector('[part=file]:has(.problem)'));
      await resetNetwork();
      give(file, second);
      await until(() => wordsIn(paper).includes(en.states.received));
      assertEqual(paper.querySelectorAll('[part=file]').length, 0, `files left at ${title}`);
      assertEqual(paper.querySelectorAll('[part=document]').length, 1, `documents at ${title}`);
      shown.element.remove();
    }
  });
});

describe('a file that waits', () => {
  afterEach(() => document.querySelector('one-document-screen')?.remove());

  for (const [name, said] of [
    ['offline', en.sending.offline],
    ['on a network that wants a login', en.sending.signIn],
    ['on a gateway that is broken', en.sending.waiting],
    ['waiting for a service that is busy', en.sending.waiting],
    ['waiting for a session', en.sending.waiting],
  ] as const) {
    it(`says for what, as far as it is known: ${name}`, async () => {
      const { shadowRoot } = await show(name);
      const file = wordsIn(shadowRoot?.querySelector('[part=file]'));
      assert(file.includes(said), file);
    });
  }
});
