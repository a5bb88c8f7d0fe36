// A person who is being watched leaves at once, from the page around a frame or from within it: both are covered, and both
// forget before the page goes.

import { assertEqual, until } from '../core/assert.ts';
import { openWindow, pageAddress, type Page } from '../core/frame.ts';
import { OWN_ORIGIN } from './around.ts';

type Opened = Pick<Page, 'window' | 'document' | 'close'>;

interface Around {
  readonly page: Opened;
  readonly inside: Window & typeof globalThis;
  /** The way out of the page, which stands around the frame. */
  readonly exit: HTMLElement;
}

async function openAround(): Promise<Around> {
  const page = await openWindow('around.html');
  const frame = await until(() => page.document.querySelector('lintas-frame'));
  frame.setAttribute('api', OWN_ORIGIN);
  const root = await until(() => frame.shadowRoot);
  (await until(() => root.querySelector<HTMLElement>('[part=open-button]'))).click();
  await until(() => root.querySelector('.open'));
  const inside = await until(() => root.querySelector('iframe')?.contentDocument?.defaultView);
  const exit = await until(() => root.querySelector<HTMLElement>('lintas-quick-exit'));
  exit.setAttribute('to', pageAddress('neutral.html'));
  return { page, inside, exit };
}

/** The device does not forget what this window has it forget, until the answer is called. */
function holdErasing(window: Window & typeof globalThis): () => void {
  const held = new Set<{ onsuccess?: () => void }>();
  let isHolding = true;
  const deleteDatabase = (): object => {
    const request: { onsuccess?: () => void } = {};
    if (isHolding) held.add(request);
    else window.setTimeout(() => request.onsuccess?.());
    return request;
  };
  Object.defineProperty(window.IDBFactory.prototype, 'deleteDatabase', { value: deleteDatabase });
  return () => {
    isHolding = false;
    held.forEach((request) => request.onsuccess?.());
  };
}

const isCovered = ({ document }: { readonly document: Document }): boolean =>
  document.body.getBoundingClientRect().height === 0;

const isGone = ({ window }: Opened): boolean => window.document.URL === pageAddress('neutral.html');

describe('leaving a page with a frame', () => {
  let around: Around;
  beforeEach(async () => {
    around = await openAround();
  });
  afterEach(() => around.page.close());

  it('has the frame forget, and goes when it has', async () => {
    const { page, inside, exit } = around;
    const letGo = holdErasing(inside);
    let hasLeft = false;
    inside.document.addEventListener('lintas-exit', () => (hasLeft = true));
    exit.shadowRoot?.querySelector('button')?.click();
    await until(() => hasLeft && isCovered(inside) && isCovered(page));
    await new Promise((resolve) => setTimeout(resolve, 300));
    assertEqual(isGone(page), false, 'whether the page went before the frame had forgotten');
    letGo();
    await until(() => isGone(page));
  });

  it('leaves from within, by the keys, and takes the page along', async () => {
    const { page, inside } = around;
    holdErasing(inside);
    holdErasing(page.window);
    let hasLeft = false;
    page.document.addEventListener('lintas-exit', () => (hasLeft = true));
    for (const key of ['Shift', 'Shift', 'Shift'])
      inside.document.body.dispatchEvent(
        new inside.KeyboardEvent('keyup', { key, bubbles: true, composed: true }),
      );
    assertEqual(isCovered(inside), true, 'whether the frame is covered at once');
    await until(() => hasLeft && isCovered(page));
    assertEqual(page.document.title, '…');
  });
});
