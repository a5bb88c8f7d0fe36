// The size budget counts what a browser really loads from the bundle before a person does anything, and a page
// with the strictest policy has nothing to report of it. Looks at the last build.

import { findFirstLoad } from '../src/bundle/first-load.ts';
import type { Manifest } from '../src/bundle/manifest.ts';

const bundle = '/packages/widgets/cdn/';

async function until<Value>(condition: () => Value | undefined | null | false): Promise<Value> {
  for (;;) {
    const value = condition();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function list(files: Iterable<string>): string {
  return [...files].sort().join(', ');
}

describe('a page with only the status tracker', () => {
  it('loads the files that the budget counts and no others, and breaks no rule of a strict page', async () => {
    const manifest = (await (await fetch(`${bundle}sri.json`)).json()) as Manifest;
    const violations: unknown[] = [];
    const frame = document.createElement('iframe');
    addEventListener('message', ({ source, data }) => {
      if (source === frame.contentWindow) violations.push(data);
    });
    frame.src = '/partner-page/';
    document.body.append(frame);
    const form = (): Element | null | undefined =>
      frame.contentDocument?.querySelector('lintas-status-tracker')?.shadowRoot?.querySelector('form');
    await until(form);

    const loaded = (frame.contentWindow?.performance.getEntriesByType('resource') ?? [])
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.startsWith(bundle))
      .map((path) => path.slice(bundle.length));
    const [really, counted] = [list(loaded), list(findFirstLoad(manifest))];
    if (really !== counted) throw new Error(`Loaded ${really}; the budget counts ${counted}`);
    if (violations.length > 0) throw new Error(`Reported: ${JSON.stringify(violations)}`);
    frame.remove();
  });
});
