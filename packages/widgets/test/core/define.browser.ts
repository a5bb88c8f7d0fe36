// Two copies of the widgets on one page do not quarrel.

import { define } from '../../src/core/define.ts';
import { assert, assertEqual } from './assert.ts';

describe('define', () => {
  it('registers an element', () => {
    class First extends HTMLElement {}
    define('test-first', First);
    assertEqual(customElements.get('test-first') === First, true);
  });

  it('leaves an element of that name alone, whoever registered it', () => {
    class Theirs extends HTMLElement {}
    class Ours extends HTMLElement {}
    customElements.define('test-taken', Theirs);
    define('test-taken', Ours);
    assert(document.createElement('test-taken') instanceof Theirs, 'The first definition has been replaced.');
  });

  it('changes nothing on the page until a define module is imported', async () => {
    await import('../../src/index.ts');
    assertEqual(customElements.get('lintas-provider'), undefined);
    await import('../../src/all.ts');
    assert(customElements.get('lintas-provider'), 'The provider is not registered.');
    assert(customElements.get('lintas-quick-exit'), 'The quick exit is not registered.');
  });
});
