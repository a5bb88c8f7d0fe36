// People who hear the page are told of a file's way once at each step, and of what an officer decides.

import { messages as en } from '../../src/locales/documents/en.ts';
import { messages as english } from '../../src/locales/en.ts';
import { assertEqual, until } from '../core/assert.ts';
import { quarterOf } from '../../src/document-uploader/chosen-file.ts';
import { cutConnections, holdAnswersBack, resetNetwork } from '../../../tooling/src/browser-tests/api.ts';
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

describe('what is said of a document', () => {
  let shown: ShownUploader;
  const heard: string[] = [];
  beforeEach(async () => {
    await resetNetwork();
    shown = await showOpened();
    heard.length = 0;
    const region = await findIn(shown, '[role=status]');
    new MutationObserver(() => {
      const text = wordsIn(region);
      if (text !== '') heard.push(text);
    }).observe(region, { childList: true, characterData: true, subtree: true });
  });
  afterEach(() => shown.element.remove());

  const times = (text: string): number => heard.join(' ').split(text).length - 1;

  it('is its arrival, what was found and what was decided, each once and never as a success before', async () => {
    const name = 'A photo of you';
    const paper = await findPaper(shown, name);
    give(paper, await photo());
    await until(() => times(`${name}: ${en.states.received}.`) > 0);
    const [id = ''] = shown.element.value;
    await decide(id, { outcome: 'accepted' });
    await until(() => times(`${name}: ${en.states.accepted}.`) > 0);
    assertEqual(
      [en.states.received, en.states.accepted].map((state) => times(`${name}: ${state}.`)),
      [1, 1],
      `how often it was said in ${JSON.stringify(heard)}`,
    );
    assertEqual(shown.root.querySelectorAll('[role=status], [aria-live], [role=alert]').length, 1);
  });
});

describe('a visit whose time is nearly over', () => {
  const realNow = Date.now;
  afterEach(() => {
    Date.now = realNow;
  });

  it('can be made longer where there is no tracker: that is said, and the focus goes to the documents', async () => {
    await resetNetwork();
    const shown = await showOpened();
    const region = await findIn(shown, '[role=status]');
    // The API tells the time over the stream: without it the device's clock counts.
    await holdAnswersBack();
    await cutConnections();
    Date.now = () => realNow() + 12.8 * 60_000;
    document.dispatchEvent(new Event('visibilitychange'));
    const stay = await findIn(shown, '[part=stay-button]');
    await resetNetwork();
    Date.now = realNow;
    stay.focus();
    stay.click();
    await until(() => wordsIn(region).includes(english.session.extended));
    assertEqual(shown.root.querySelector('[part=session-warning]'), null);
    assertEqual(shown.root.activeElement, shown.root.querySelector('h2'));
    shown.element.remove();
  });
});

describe('the quarters of a file', () => {
  it('are told from its bytes, and the end is not one of them', () => {
    const told = [0, 24, 25, 49, 50, 75, 99, 100].map((sent) => quarterOf({ sent, bytes: 100 }));
    assertEqual(told, [0, 0, 25, 25, 50, 75, 75, 75]);
    assertEqual(quarterOf({ sent: 0, bytes: 0 }), 0);
  });
});
