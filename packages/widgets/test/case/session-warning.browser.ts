// Whoever reads far below, or at the end of a long page, sees in time that the session is about to end.

import { showUploader } from '../document-uploader/uploader.ts';
import { find, open, showTracker, type Shown } from '../status-tracker/tracker.ts';
import { assert, assertEqual, until } from '../core/assert.ts';
import {
  createCase,
  cutConnections,
  holdAnswersBack,
  resetNetwork,
} from '../../../tooling/src/browser-tests/api.ts';

const realNow = Date.now;
/** How far the device's clock has gone ahead. */
let minutesAhead = 0;

describe('the warning that a session ends', () => {
  const shown: Element[] = [];
  before(() => {
    Date.now = () => realNow() + minutesAhead * 60_000;
  });
  after(() => {
    Date.now = realNow;
  });
  let tracker: Shown;
  let below: HTMLButtonElement;
  beforeEach(async () => {
    await resetNetwork();
    tracker = await showTracker();
    const uploader = await showUploader();
    below = document.createElement('button');
    below.textContent = 'A button of the page';
    document.body.append(below);
    shown.push(tracker.element, uploader.element, below);
    await open(tracker, await createCase());
    await until(() => uploader.root.querySelector('[part~=requirement]'));
  });
  afterEach(() => {
    minutesAhead = 0;
    shown.splice(0).forEach((element) => element.remove());
  });

  /** The API tells the time over the stream: without it the device's clock counts. */
  async function letTimePass(): Promise<HTMLElement> {
    await holdAnswersBack();
    await cutConnections();
    minutesAhead = 12.8;
    document.dispatchEvent(new Event('visibilitychange'));
    return find(tracker, '[part=session-warning]');
  }

  it('is on the screen of a person who has scrolled past the case, and its button can be pressed', async () => {
    below.scrollIntoView({ block: 'end' });
    const warning = await letTimePass();
    assert(tracker.element.getBoundingClientRect().bottom < 0, 'The case is still on the screen.');
    const stay = await find(tracker, '[part=stay-button]');
    await until(() => {
      const { top, bottom, left, right } = stay.getBoundingClientRect();
      const there = tracker.root.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return top >= 0 && bottom <= innerHeight && there === stay;
    });
    assertEqual(warning.contains(tracker.root.activeElement), false);
  });

  it('never lies on what has the focus', async () => {
    below.scrollIntoView({ block: 'end' });
    below.focus();
    const warning = await letTimePass();
    await until(() => isClear(warning, below));
    const above = document.createElement('button');
    document.body.prepend(above);
    shown.push(above);
    above.focus();
    await until(() => isClear(warning, above));
    below.focus();
    await until(() => isClear(warning, below));
  });

  it('is not given to somebody who scrolls or touches: they are there', async () => {
    for (const { shadowRoot } of shown.slice(0, 2)) {
      for (const sign of [WheelEvent, PointerEvent]) {
        performance.clearResourceTimings();
        // Nobody's time is extended more often than once a minute.
        minutesAhead += 2;
        const type = sign === WheelEvent ? 'wheel' : 'pointerdown';
        shadowRoot?.querySelector('.case h2')?.dispatchEvent(new sign(type, { bubbles: true }));
        await until(hasExtended);
      }
    }
  });
});

function hasExtended(): boolean {
  return performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/extend'));
}

function isClear(warning: Element, focused: Element): boolean {
  const [over, under] = [warning, focused].map((element) => element.getBoundingClientRect());
  if (!over || !under) return false;
  const isSeen = over.height > 0 && over.top >= 0 && over.bottom <= innerHeight;
  return isSeen && (over.bottom <= under.top || over.top >= under.bottom);
}
