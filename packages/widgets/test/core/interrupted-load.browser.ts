// A network that fails at the wrong moment: what is fetched on demand arrives with a later try, on the same page.

import { messages as en } from '../../src/locales/en.ts';
import { createCase, resetNetwork } from '../status-tracker/api.ts';
import { assert, until } from './assert.ts';

class FailingPage {
  readonly #frame = document.createElement('iframe');

  /** Opens a partner's page that does not get a file of the bundle with the first try. */
  constructor(file: string) {
    this.#frame.src = `/partner-page/?failing=${file}`;
    document.body.append(this.#frame);
  }

  find(selector: string): HTMLElement | null | undefined {
    const tracker = this.#frame.contentDocument?.querySelector('lintas-status-tracker');
    return tracker?.shadowRoot?.querySelector<HTMLElement>(selector);
  }

  get text(): string {
    return this.find('.root')?.textContent ?? '';
  }

  async fill(id: string, value: string): Promise<void> {
    const field = await until(() => this.find(`#${id}`));
    Object.assign(field, { value });
  }

  /** How often the page has asked for a file of the bundle. */
  requestsFor(file: string): number {
    const entries = this.#frame.contentWindow?.performance.getEntriesByType('resource') ?? [];
    return entries.filter(({ name }) => name.includes(`/${file}-`)).length;
  }

  close(): void {
    this.#frame.remove();
  }
}

describe('a page whose network fails once', () => {
  let page: FailingPage;
  beforeEach(async () => void (await resetNetwork()));
  afterEach(() => page.close());

  it('opens a case with a later try, when its code did not come with the first', async () => {
    page = new FailingPage('status-tracker-visit');
    const { reference, pin } = await createCase();
    await page.fill('reference', reference);
    await page.fill('pin', pin);
    page.find('[part=open-button]')?.click();
    await until(() => page.text.includes(en.errors.offline));
    page.find('[part=open-button]')?.click();
    await until(() => page.find('.case'));
  });

  it('gets an element by itself, when its code did not come at first', async () => {
    page = new FailingPage('status-tracker');
    await until(() => page.text.includes(en.form.title));
    assert(page.requestsFor('status-tracker') > 1, 'No try has failed.');
  });

  it('gets its texts by itself, when they did not come at first', async () => {
    page = new FailingPage('locales-en');
    await until(() => page.text.includes(en.form.title));
    assert(page.requestsFor('locales-en') > 1, 'No try has failed.');
  });
});
