// A widget finds the API that its page means.

import { findConnection, provideSettings, requestSettings } from '../../src/core/context.ts';
import '../../src/provider/define.ts';
import { assertEqual } from './assert.ts';

function build<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

describe('a widget is connected', () => {
  const provider = build('lintas-provider', { api: 'https://outer.example', key: 'pk_outer' });
  const widget = build('div');

  beforeEach(() => {
    provider.replaceChildren(widget);
    document.body.append(provider);
  });
  afterEach(() => provider.remove());

  it('by the provider around it', () => {
    assertEqual(findConnection(widget), { api: 'https://outer.example', key: 'pk_outer' });
  });

  it('by the nearest of several providers', () => {
    const inner = build('lintas-provider', { api: 'https://inner.example', key: 'pk_inner' });
    inner.append(widget);
    provider.append(inner);
    assertEqual(findConnection(widget), { api: 'https://inner.example', key: 'pk_inner' });
  });

  it('by its own attributes before any provider', () => {
    const own = build('div', { api: 'https://own.example', key: 'pk_own' });
    provider.append(own);
    assertEqual(findConnection(own), { api: 'https://own.example', key: 'pk_own' });
  });

  it('never by the API of one place with the key of another', () => {
    const half = build('div', { api: 'https://own.example' });
    const halfProvider = build('lintas-provider', { key: 'pk_half' });
    halfProvider.append(half);
    provider.append(halfProvider);
    assertEqual(findConnection(half), { api: 'https://outer.example', key: 'pk_outer' });
  });

  it('across shadow roots', () => {
    const host = build('div');
    host.attachShadow({ mode: 'open' }).append(widget);
    provider.append(host);
    assertEqual(findConnection(widget), { api: 'https://outer.example', key: 'pk_outer' });
  });

  it('to what its provider says when it asks, not before', () => {
    provider.api = 'https://moved.example';
    assertEqual(findConnection(widget), { api: 'https://moved.example', key: 'pk_outer' });
    provider.api = 'https://outer.example';
  });

  it('to nothing where the page names nothing', () => {
    document.body.append(widget);
    let thrown: unknown;
    try {
      findConnection(widget);
    } catch (error) {
      thrown = error;
    }
    widget.remove();
    assertEqual(thrown instanceof TypeError, true, 'whether it says so');
  });
});

describe('the context protocol', () => {
  it('lets a provider of another copy, or another maker, answer', () => {
    const stranger = build('div');
    const widget = build('div');
    stranger.append(widget);
    stranger.addEventListener('context-request', (event) => {
      const { context, callback } = Object.assign({ context: undefined, callback: undefined }, event);
      assertEqual(context === Symbol.for('lintas.settings'), true, 'the name of the context');
      event.stopImmediatePropagation();
      Reflect.apply(callback ?? Object, undefined, [{ api: 'https://stranger.example', key: 'pk_stranger' }]);
    });
    assertEqual(findConnection(widget), { api: 'https://stranger.example', key: 'pk_stranger' });
  });

  it('leaves requests for other contexts to others', () => {
    const ours = build('div');
    const inner = build('div');
    ours.append(inner);
    provideSettings(ours, () => ({ api: 'https://ours.example', key: 'pk_ours' }));
    let reached = false;
    document.body.append(ours);
    document.body.addEventListener('context-request', () => (reached = true), { once: true });
    const request = Object.assign(new Event('context-request', { bubbles: true, composed: true }), {
      context: Symbol('theirs'),
      callback: () => {
        throw new Error('Answered a stranger.');
      },
    });
    inner.dispatchEvent(request);
    ours.remove();
    assertEqual(reached, true, 'whether the request went on');
  });

  it('asks the next provider when one has nothing to say', () => {
    const outer = build('div');
    const silent = build('div');
    outer.append(silent);
    provideSettings(outer, () => ({ lang: 'id' }));
    provideSettings(silent, () => undefined);
    assertEqual(requestSettings(silent), { lang: 'id' });
  });
});
