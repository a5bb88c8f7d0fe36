// From a task in the tracker, which says that a paper is needed, to the place beside it where that paper is given.

import '../../src/provider/define.ts';
import { messages as en } from '../../src/locales/en.ts';
import { executeServerCommand } from '@web/test-runner-commands';
import type { MediaCommand } from '../../../tooling/src/browser-tests/media-plugin.ts';
import { assert, assertEqual, until } from '../core/assert.ts';
import {
  append,
  ASKED,
  createAsking,
  createCase,
  RECEIVED,
  resetNetwork,
  startNetwork,
  stopNetwork,
} from '../../../tooling/src/browser-tests/api.ts';
import { find, open, showTracker, type Shown } from '../status-tracker/tracker.ts';
import { findIn, findPaper, showUploader, wordsIn, type ShownUploader } from './uploader.ts';

/** Answers whether this engine lets a test choose. */
const choose = (features: MediaCommand): Promise<boolean> =>
  executeServerCommand<boolean, MediaCommand>('lintas-media', features);

const wayIn = ({ root }: Shown): HTMLButtonElement | null => root.querySelector('[part=paper-button]');

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

describe('a task that asks for a paper', () => {
  let tracker: Shown;
  let uploader: ShownUploader | undefined;
  beforeEach(async () => {
    await resetNetwork();
    tracker = await showTracker();
  });
  afterEach(() => {
    tracker.element.remove();
    uploader?.element.remove();
    uploader = undefined;
  });

  it('leads to the place of this paper in the uploader beside it, and writes nothing into the address', async () => {
    uploader = await showUploader();
    await open(tracker, await createAsking());
    const heading = (await findPaper(uploader, 'A photo of you')).querySelector('h3');
    const { href } = location;
    const button = await find<HTMLButtonElement>(tracker, '[part=paper-button]');
    button.click();
    await until(() => uploader?.root.activeElement === heading);
    await until(() => heading && isInView(heading));
    assertEqual(location.href, href);
  });

  it('leads there at once where people chose less motion', async () => {
    if (!(await choose({ 'prefers-reduced-motion': 'reduce' }))) return;
    uploader = await showUploader();
    await open(tracker, await createAsking());
    const heading = (await findPaper(uploader, 'A photo of you')).querySelector('h3');
    const button = await find(tracker, '[part=paper-button]');
    button.scrollIntoView();
    assert(heading && !isInView(heading), 'The place was in sight already.');
    button.click();
    assert(isInView(heading), 'The way there takes time.');
    await choose({});
  });

  it('says which paper it leads to', async () => {
    uploader = await showUploader();
    await open(tracker, await createAsking());
    const button = await find(tracker, '[part=paper-button]');
    const name = (button.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => wordsIn(tracker.root.getElementById(id)));
    assertEqual(name, [en.task.give, 'Send your passport']);
  });

  it('leads to the uploader while its papers are on their way, and on to the place when they come', async () => {
    await open(tracker, await createAsking());
    await stopNetwork();
    uploader = await showUploader();
    (await find(tracker, '[part=paper-button]')).click();
    await until(() => uploader?.root.activeElement?.matches('h2'));
    await startNetwork();
    const heading = (await findPaper(uploader, 'A photo of you')).querySelector('h3');
    await until(() => uploader?.root.activeElement === heading);
  });

  it('leaves people alone who have gone elsewhere before the papers came', async () => {
    await open(tracker, await createAsking());
    await stopNetwork();
    uploader = await showUploader();
    (await find(tracker, '[part=paper-button]')).click();
    await until(() => uploader?.root.activeElement?.matches('h2'));
    const elsewhere = await find(tracker, '[part=close-button]');
    elsewhere.focus();
    await startNetwork();
    await findPaper(uploader, 'A photo of you');
    assertEqual(tracker.root.activeElement, elsewhere);
  });

  it('leads nowhere where no uploader stands beside it', async () => {
    await open(tracker, await createAsking());
    assertEqual(wayIn(tracker), null);
    uploader = await showUploader();
    await until(() => wayIn(tracker));
    uploader.element.remove();
    await until(() => wayIn(tracker) === null);
  });

  it('leads nowhere where the uploader stands in another tree, or under another provider', async () => {
    const elsewhere = document.createElement('div');
    const tree = elsewhere.attachShadow({ mode: 'open' });
    const provider = document.createElement('lintas-provider');
    provider.api = 'https://api.example.org';
    provider.key = 'pk_somebody';
    const inTree = document.createElement('div');
    tree.append(inTree);
    document.body.append(elsewhere, provider);
    await showUploader('en', inTree);
    await showUploader('en', provider);
    await open(tracker, await createAsking());
    await find(tracker, '.tasks');
    assertEqual(wayIn(tracker), null);
    elsewhere.remove();
    provider.remove();
  });

  it('stays as it is where it does not say which paper', async () => {
    uploader = await showUploader();
    const created = await createCase();
    await append(created, RECEIVED, ASKED);
    await open(tracker, created);
    await findIn(uploader, '[part~=requirement]');
    assertEqual(wayIn(tracker), null);
  });
});
