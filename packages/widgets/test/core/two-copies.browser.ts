// The built script, loaded twice on a strict page, as happens where two plugins each bring their own copy.

import { messages as id } from '../../src/locales/id.ts';
import { assertEqual, until } from './assert.ts';
import { openFrame } from './frame.ts';

describe('two copies of the script on one page', () => {
  it('show one tracker and one way out, and break no rule of the policy', async () => {
    const page = await openFrame('two-copies.html');
    const textOf = (tag: string): string => page.document.querySelector(tag)?.shadowRoot?.textContent ?? '';
    // Both copies have fetched their code: the second found the names taken.
    const trackers = (): readonly PerformanceEntry[] =>
      page.window.performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.includes('/status-tracker-'));
    await until(() => trackers().length === 2);
    await until(() => textOf('lintas-status-tracker').includes(id.form.title));
    await until(() => textOf('lintas-quick-exit').includes(id.exit.button));
    // The test server keeps a connection of its own to some pages.
    const broken = page.violations.filter((report) => !JSON.stringify(report).includes('/wds'));
    assertEqual(broken, [], 'what the policy reported');
    page.close();
  });
});
