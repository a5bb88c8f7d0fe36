// The page in a frame: whom it listens to, what it takes from the page around it, and what it says to it. Here of the
// test's own origin, so that it can be looked into; nothing in it knows that.

import type { FromFrame } from '@lintas/contract/frames';
import { messages as en } from '../../src/locales/en.ts';
import { messages as id } from '../../src/locales/id.ts';
import { assertEqual, until } from '../core/assert.ts';
import { openOwn, OWN_ORIGIN, frameOf, partOf, type Inside } from './around.ts';

const TRACKER: readonly Inside[] = [['lintas-status-tracker']];
const GREETING = {
  lintas: 'frame',
  version: 1,
  key: 'pk_of_the_page',
  exit: 'https://weather.example/',
  elements: [{ tag: 'lintas-status-tracker', attributes: {} }],
  look: { lang: 'en', scheme: 'normal', tokens: {} },
};

const opened: Element[] = [];

/** A frame that nobody has greeted yet. */
async function openUngreeted(): Promise<{ window: Window & typeof globalThis; page: Document }> {
  const frame = document.createElement('iframe');
  frame.src = `${OWN_ORIGIN}/v1/frame?page=0`;
  opened.push(frame);
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  await loaded;
  const page = await until(() => frame.contentDocument);
  return { page, window: await until(() => page.defaultView) };
}

/** Greets as the page around does; answers what the frame says from then on. */
function greet(window: Window, greeting: unknown): FromFrame[] {
  const { port1, port2 } = new MessageChannel();
  const said: FromFrame[] = [];
  port1.onmessage = ({ data }: MessageEvent<FromFrame>) => said.push(data);
  window.postMessage(greeting, location.origin, [port2]);
  return said;
}

/** As long as a frame that listens would have taken. */
const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 300));

const wordsOf = (element: Element | null): string => element?.shadowRoot?.textContent ?? '';

describe('the page in a frame', () => {
  afterEach(() => {
    document.querySelectorAll('lintas-frame').forEach((frame) => frame.remove());
    opened.splice(0).forEach((frame) => frame.remove());
    document.documentElement.removeAttribute('style');
  });

  it('takes no greeting that it does not understand, and only the first that it does', async () => {
    const { window, page } = await openUngreeted();
    for (const strange of [
      'frame',
      null,
      { ...GREETING, version: 2 },
      { ...GREETING, lintas: 'other' },
      { ...GREETING, elements: [{ tag: 'script', attributes: {} }] },
      { ...GREETING, elements: [{ tag: 'lintas-status-tracker', attributes: { 'on click': '' } }] },
      { ...GREETING, elements: Array.from({ length: 21 }, () => GREETING.elements[0]) },
    ])
      greet(window, strange);
    await rest();
    assertEqual(page.body.childElementCount, 0);
    const said = greet(window, GREETING);
    await until(() => said.some(({ kind }) => kind === 'shown'));
    const second = greet(window, GREETING);
    await rest();
    assertEqual([page.querySelectorAll('lintas-status-tracker').length, second.length], [1, 0]);
  });

  it('listens to the page around it, of an origin that its key allows, and to nobody else', async () => {
    const { window, page } = await openUngreeted();
    const hear = (source: Window, origin: string): void => {
      const { port2 } = new MessageChannel();
      const init = { data: GREETING, source, origin, ports: [port2] };
      window.dispatchEvent(new MessageEvent('message', init));
    };
    hear(window, location.origin);
    hear(window.parent, 'https://elsewhere.example');
    hear(window.parent, 'null');
    await rest();
    assertEqual(page.body.childElementCount, 0);
    hear(window.parent, location.origin);
    await until(() => page.querySelector('lintas-status-tracker'));
  });

  it('has the elements that it knows, with what they look at, and nothing that leads elsewhere', async () => {
    const { page } = await openOwn([
      ['lintas-survey-form', { survey: 'some-survey', dialog: '', style: 'color: red', onclick: 'alert()' }],
      [
        'lintas-document-uploader',
        { api: 'https://elsewhere.example', key: 'pk_other', name: 'papers', lang: 'id' },
      ],
      ['lintas-provider', { api: 'https://elsewhere.example', key: 'pk_other' }],
      ['lintas-frame'],
      ['lintas-of-next-year'],
    ]);
    const [, ...elements] = page.body.children;
    const placed = elements.map(({ localName, attributes }) => [
      localName,
      ...[...attributes].map(({ name, value }) => `${name}=${value}`),
    ]);
    assertEqual(placed, [
      ['lintas-survey-form', 'survey=some-survey'],
      ['lintas-document-uploader', 'name=papers', 'lang=id'],
    ]);
  });

  it('has the language and the look of the page, follows both, and takes no other style', async () => {
    const frame = document.documentElement;
    frame.style.cssText =
      'color-scheme: dark; --lintas-accent: rgb(1, 2, 3); --lintas-paper: url(https://elsewhere.example); --other: red';
    const { frame: around, page } = await openOwn(TRACKER);
    const { style } = page.documentElement;
    const looks = (): readonly string[] =>
      ['color-scheme', '--lintas-accent', '--lintas-paper', '--other'].map((name) =>
        style.getPropertyValue(name),
      );
    assertEqual(looks(), ['dark', 'rgb(1, 2, 3)', '', '']);
    const tracker = page.querySelector('lintas-status-tracker');
    await until(() => wordsOf(tracker).includes(en.form.title));
    around.lang = 'id';
    await until(() => wordsOf(tracker).includes(id.form.title));
    around.style.setProperty('--lintas-accent', 'teal');
    around.lang = 'ar';
    await until(() => page.documentElement.dir === 'rtl');
    assertEqual(looks(), ['dark', 'teal', '', '']);
  });

  it('is as high as what stands in it, without a way out that could be scrolled away', async () => {
    const { frame, page } = await openOwn(TRACKER);
    const iframe = await until(() => frameOf(frame));
    const fits = (): boolean => iframe.clientHeight === Math.ceil(page.body.getBoundingClientRect().height);
    await until(() => page.body.clientHeight > 200 && fits());
    page.body.style.paddingBlockEnd = '200px';
    await until(fits);
    const inner = await until(() => page.querySelector('lintas-quick-exit'));
    assertEqual([inner.clientHeight, (partOf(frame, 'quick-exit')?.clientHeight ?? 0) > 40], [1, true]);
    assertEqual(inner.shadowRoot?.querySelector('button')?.clientHeight, 0);
  });

  it('brings what has the focus into sight', async () => {
    const { frame, page } = await openOwn(TRACKER);
    frame.style.cssText = 'display: block; margin-block: 2000px';
    const field = await until(() =>
      page.querySelector('lintas-status-tracker')?.shadowRoot?.querySelector<HTMLElement>('input'),
    );
    scrollTo(0, 0);
    // Browsers tell of a focus only while the whole window has it, which several tests want at once.
    field.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
    const top = (): number =>
      (frameOf(frame)?.getBoundingClientRect().top ?? 0) + field.getBoundingClientRect().top;
    await until(() => top() >= 0 && top() < innerHeight);
  });

  it('is closed, and offered again, where a page has an exit of its own and stays', async () => {
    const { frame } = await openOwn(TRACKER);
    document.dispatchEvent(new Event('lintas-exit'));
    await until(() => partOf(frame, 'open-button'));
    assertEqual(frameOf(frame), undefined);
    // Of the same origin, it has covered this page, too.
    for (const view of [window, top]) if (view) view.document.adoptedStyleSheets = [];
  });

  it('breaks no rule of its policy', async () => {
    const violations: unknown[] = [];
    const hear = ({ data }: MessageEvent<{ readonly type?: string } | undefined>): void => {
      if (data?.type === 'violation') violations.push(data);
    };
    addEventListener('message', hear);
    const { page } = await openOwn([...TRACKER, ['lintas-document-uploader'], ['lintas-survey-form']]);
    await until(() => [...page.body.children].every((element) => wordsOf(element).length > 0));
    removeEventListener('message', hear);
    // The test server keeps a connection of its own to some pages.
    assertEqual(
      violations.filter((report) => !JSON.stringify(report).includes('/wds')),
      [],
    );
  });
});
