// Changes come by themselves, are said once, and never take the focus.

import { assert, assertEqual, until } from '../core/assert.ts';
import { messages as en } from '../../src/locales/en.ts';
import {
  answerInstead,
  append,
  ASKED,
  cutConnections,
  IN_REVIEW,
  problem,
  PROBLEM,
  RECEIVED,
  resetNetwork,
  startNetwork,
  stopNetwork,
} from '../../../tooling/src/browser-tests/api.ts';
import { find, showCase, textOf } from './tracker.ts';

type Opened = Awaited<ReturnType<typeof showCase>>;

/** Keeps everything that people who hear the page are told. */
async function listen(shown: Opened): Promise<string[]> {
  const region = await find(shown, '[role=status]');
  const heard: string[] = [];
  new MutationObserver(() => {
    const text = region.textContent ?? '';
    if (text !== '') heard.push(text);
  }).observe(region, { childList: true, characterData: true, subtree: true });
  return heard;
}

describe('a case that changes', () => {
  let shown: Opened;
  beforeEach(async () => {
    await resetNetwork();
    shown = await showCase();
  });
  afterEach(() => shown.element.remove());

  it('shows the change, marks it, and says it once, where the person is', async () => {
    const heard = await listen(shown);
    const button = await find(shown, '[part=print-button]');
    button.focus();
    let changes = 0;
    shown.element.addEventListener('lintas-case-change', () => changes++);
    await append(shown.created, RECEIVED, IN_REVIEW, ASKED);
    await until(() => textOf(shown, 'to-do').includes('Send your passport'));
    await until(() => heard.length > 0);
    assertEqual(shown.root.activeElement, button, 'the focus');
    assert(changes >= 1, 'The page was not told.');
    assert((await find(shown, '[part=to-do] [part=new-mark]')).textContent === en.history.new, 'No mark.');
    assertEqual(shown.root.querySelectorAll('[part=event] [part=new-mark]').length, 3);
    await until(() => heard.at(-1)?.includes('We need something from you'));
    assertEqual(heard.length, new Set(heard).size, 'what was said, and how much of it once');
  });

  it('has one polite live region that is there from the start', async () => {
    const region = await find(shown, '[role=status]');
    await append(shown.created, RECEIVED);
    await until(() => textOf(shown, 'headline') === en.statuses.received({}));
    assertEqual(shown.root.querySelectorAll('[role=status], [aria-live], [role=alert]').length, 1);
    assertEqual(await find(shown, '[role=status]'), region);
  });

  it('says that it is offline, from when this is, and recovers by itself with what was missed', async () => {
    const heard = await listen(shown);
    await stopNetwork();
    await find(shown, '[part=connection]');
    assert(
      textOf(shown, 'connection').startsWith('No connection to our service. This is from '),
      textOf(shown, 'connection'),
    );
    await until(() => heard.some((text) => text.startsWith('No connection')));
    assertEqual(textOf(shown, 'headline'), en.statuses.submitted({}));
    await append(shown.created, RECEIVED);
    await startNetwork();
    await until(() => textOf(shown, 'headline') === en.statuses.received({}));
    await until(() => !shown.root.querySelector('[part=connection]'));
    await until(() => heard.some((text) => text.includes(en.connection.back)));
  });

  it('says that the service has trouble, and recovers by itself with what was missed', async () => {
    await answerInstead(503);
    await cutConnections();
    await until(() => textOf(shown, 'connection').startsWith('Our service does not answer just now.'));
    await append(shown.created, RECEIVED);
    await resetNetwork();
    await until(() => textOf(shown, 'headline') === en.statuses.received({}));
    await until(() => !shown.root.querySelector('[part=connection]'));
  });

  it('is closed when the service says that the session is over', async () => {
    await answerInstead(401, PROBLEM, problem('session-ended', 401));
    await cutConnections();
    await find(shown, '.ended');
    assert(textOf(shown).includes(en.session.endedTitle), textOf(shown));
    assertEqual(shown.root.querySelector('.case'), null, 'what is left of the case');
  });
});
