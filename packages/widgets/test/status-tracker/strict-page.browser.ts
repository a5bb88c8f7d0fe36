// The script tag's bundle on a partner's page whose policy allows nothing but the least.

import { assert, assertEqual, until } from '../core/assert.ts';
import {
  append,
  ASKED,
  CHECKED,
  createCase,
  IN_REVIEW,
  RECEIVED,
  REFUSED,
  resetNetwork,
} from '../../../tooling/src/browser-tests/api.ts';

interface Violation {
  readonly type?: string;
  readonly directive?: string;
}

interface StrictPage {
  readonly document: Document;
  readonly window: Window & typeof globalThis;
  readonly violations: readonly Violation[];
  close(): void;
}

async function openStrictPage(query = ''): Promise<StrictPage> {
  const frame = document.createElement('iframe');
  const violations: Violation[] = [];
  const listen = ({ data }: MessageEvent<Violation>): void => {
    if (data.type === 'violation') violations.push(data);
  };
  addEventListener('message', listen);
  frame.src = `/partner-page/${query}`;
  frame.style.inlineSize = '60rem';
  document.body.append(frame);
  const page = await until(() => {
    const found = frame.contentDocument;
    return found?.querySelector('lintas-status-tracker')?.shadowRoot?.querySelector('form') && found;
  });
  const window = await until(() => page.defaultView);
  return {
    document: page,
    window,
    violations,
    close() {
      removeEventListener('message', listen);
      frame.remove();
    },
  };
}

async function find(page: StrictPage, selector: string): Promise<HTMLElement> {
  return until(() =>
    page.document.querySelector('lintas-status-tracker')?.shadowRoot?.querySelector<HTMLElement>(selector),
  );
}

async function fillIn(page: StrictPage, id: string, value: string): Promise<void> {
  const field = await find(page, `#${id}`);
  if (field instanceof page.window.HTMLInputElement) field.value = value;
}

describe('a page with the strictest policy', () => {
  let page: StrictPage;
  beforeEach(async () => void (await resetNetwork()));
  afterEach(() => page.close());

  for (const query of ['', '?copies=2']) {
    it(`shows a case from the form to the decision ${query ? 'beside a second copy' : 'without a single report'}`, async () => {
      page = await openStrictPage(query);
      const created = await createCase();
      await append(created, RECEIVED);
      await fillIn(page, 'reference', created.reference.toLowerCase());
      (await find(page, '[part=open-button]')).click();
      await find(page, '.summary');
      await fillIn(page, 'pin', created.pin);
      (await find(page, '[part=open-button]')).click();
      await find(page, '.case');
      await append(created, IN_REVIEW, ASKED);
      await find(page, '.asked');
      await append(created, { ...IN_REVIEW, code: 'answer_received' }, CHECKED, REFUSED);
      (await find(page, '[part=read-button]')).click();
      await find(page, '[part=outcome]');
      page.document.documentElement.lang = 'id';
      await until(() =>
        page.document.querySelector('lintas-status-tracker')?.shadowRoot?.querySelector('[lang=id]'),
      );
      (await find(page, '[part=close-button]')).click();
      await find(page, '.ended');
      // The policy lets a page create `lit-html` once: the second copy asks again, is refused, and does no harm.
      const others = page.violations.filter(({ directive }) => query === '' || directive !== 'trusted-types');
      assertEqual(others, []);
    });
  }

  it('calls nobody before the person acts', async () => {
    page = await openStrictPage();
    const { origin } = page.window.location;
    const calls = page.window.performance.getEntriesByType('resource').map(({ name }) => name);
    assert(
      calls.every((name) => name.startsWith(origin) && !name.includes('/v1/')),
      `Called: ${calls.join(', ')}`,
    );
  });
});
