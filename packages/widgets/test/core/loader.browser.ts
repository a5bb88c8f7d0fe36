// One script tag brings the widgets that a page uses, under the strictest policy, and nothing else.

import { findConnection, requestSettings } from '../../src/core/context.ts';
import { exitTarget } from '../../src/core/quick-exit.ts';
import { messages as en } from '../../src/locales/en.ts';
import { messages as id } from '../../src/locales/id.ts';
import { assert, assertEqual, until } from './assert.ts';
import { openFrame, type Page } from './frame.ts';

function loaded({ window }: Page, part: string): boolean {
  return window.performance.getEntriesByType('resource').some(({ name }) => name.includes(part));
}

function add(page: Page, tag: string, into: Element = page.document.body): HTMLElement {
  const element = page.document.createElement(tag);
  into.append(element);
  return element;
}

const textOf = (element: Element): string => element.shadowRoot?.textContent ?? '';

describe('a page with the script tag', () => {
  let page: Page;
  beforeEach(async () => {
    page = await openFrame('strict.html');
    await until(() => loaded(page, '/core/context.ts'));
  });
  afterEach(() => page.close());

  it('gets an element when it is first used, and its code not before', async () => {
    assertEqual(loaded(page, '/quick-exit/'), false);
    add(page, 'lintas-quick-exit');
    await page.window.customElements.whenDefined('lintas-quick-exit');
    assertEqual(page.window.customElements.get('lintas-provider'), undefined);
    add(page, 'lintas-provider', add(page, 'section'));
    await page.window.customElements.whenDefined('lintas-provider');
  });

  it('gets the texts of its language and of no other', async () => {
    const element = add(page, 'lintas-quick-exit');
    await until(() => textOf(element).includes(id.exit.button));
    assertEqual([loaded(page, '/locales/id'), loaded(page, '/locales/en')], [true, false]);
    page.document.documentElement.lang = 'en';
    await until(() => textOf(element).includes(en.exit.button));
  });

  it('gives every widget its settings, where nothing nearer does', async () => {
    const widget = add(page, 'div');
    await until(() => requestSettings(widget).api);
    assertEqual(requestSettings(widget), {
      api: 'https://api.example.org',
      key: 'pk_of_the_page',
      lang: 'id',
      exit: 'https://weather.example/today',
    });
    const provider = add(page, 'lintas-provider');
    await page.window.customElements.whenDefined('lintas-provider');
    provider.setAttribute('api', 'https://near.example');
    provider.setAttribute('key', 'pk_near');
    assertEqual(findConnection(add(page, 'div', provider)), { api: 'https://near.example', key: 'pk_near' });
  });

  it('leads to the neutral page that it names, also under a provider and from within an element', async () => {
    const provider = add(page, 'lintas-provider');
    provider.setAttribute('api', 'https://near.example');
    provider.setAttribute('key', 'pk_near');
    await page.window.customElements.whenDefined('lintas-provider');
    const host = add(page, 'div', provider);
    const exit = add(page, 'lintas-quick-exit');
    host.attachShadow({ mode: 'open' }).append(exit);
    assertEqual(exitTarget(exit, undefined), 'https://weather.example/today');
    assertEqual(exitTarget(exit, 'https://own.example/'), 'https://own.example/');
    assertEqual(requestSettings(exit).lang, 'id');
  });

  it('calls nobody and breaks no rule of the policy', async () => {
    const element = add(page, 'lintas-quick-exit', add(page, 'lintas-provider'));
    await until(() => textOf(element).includes(id.exit.button));
    const root = await until(() => element.shadowRoot?.querySelector('button'));
    assertEqual(page.window.getComputedStyle(root).borderRadius === '0px', false, 'whether it has no style');
    const elsewhere = page.window.performance
      .getEntriesByType('resource')
      .filter(({ name }) => new URL(name).origin !== location.origin);
    assertEqual(elsewhere, [], 'what was fetched elsewhere');
    // The test server keeps a connection of its own to some pages.
    const broken = page.violations.filter((report) => !JSON.stringify(report).includes('/wds'));
    assertEqual(broken, [], 'what the policy reported');
  });

  it('changes nothing in the document of the page', async () => {
    const before = page.document.body.outerHTML;
    const element = add(page, 'lintas-quick-exit');
    await until(() => textOf(element).includes(id.exit.button));
    element.remove();
    assertEqual(page.document.body.outerHTML, before);
    assert(page.document.head.querySelectorAll('style, link').length === 0, 'There is a style in the head.');
  });
});
