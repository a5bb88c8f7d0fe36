// Published figures from the script tag's bundle, on a partner's page whose policy allows nothing but the least.

import { assert, assertEqual, until } from '../core/assert.ts';
import { resetNetwork } from '../../../tooling/src/browser-tests/api.ts';
import { press } from './figures.ts';

/** The demonstration's SKM. */
const SKM = '0199a000-0000-7000-8000-000000000001';

describe('published figures on a page with the strictest policy', () => {
  it('are shown in every view, and the browser blocks and reports nothing', async () => {
    await resetNetwork();
    const violations: unknown[] = [];
    const listen = ({ data }: MessageEvent<{ readonly type?: string }>): void => {
      if (data.type === 'violation') violations.push(data);
    };
    addEventListener('message', listen);
    const frame = document.createElement('iframe');
    frame.src = '/partner-page/';
    frame.style.inlineSize = '600px';
    document.body.append(frame);
    const page = await until(
      () => frame.contentDocument?.querySelector('lintas-status-tracker') && frame.contentDocument,
    );
    for (const [tag, attributes] of [
      ['lintas-metrics', { view: 'trend' }],
      ['lintas-metrics', { view: 'number', measure: 'within_standard' }],
      ['lintas-metrics', { view: 'comparison' }],
      ['lintas-survey-results', { survey: SKM }],
    ] as const) {
      const element = page.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      page.body.append(element);
      const root = await until(() => element.shadowRoot);
      await until(() => root.querySelector('[part=show-button]'));
      press(root, 'show-button');
      await until(() => root.querySelector('[part=finding]'));
      assert(!root.querySelector('[part=failure]'), 'It failed.');
      if (attributes !== undefined && 'view' in attributes && attributes.view === 'trend') {
        const line = await until(() => root.querySelector('.line'));
        assertEqual(getComputedStyle(line).strokeWidth, '2.5px', 'whether styles work');
      }
      press(root, 'toggle');
      await until(() => root.querySelector('table')?.checkVisibility());
    }
    assertEqual(violations, []);
    removeEventListener('message', listen);
    frame.remove();
  });
});
