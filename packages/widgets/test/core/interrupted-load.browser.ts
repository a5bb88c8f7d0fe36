// A network that fails at the wrong moment: what is fetched on demand arrives with a later try, on the same page.

import { messages as documents } from '../../src/locales/documents/en.ts';
import { messages as en } from '../../src/locales/en.ts';
import { give, photo } from '../document-uploader/uploader.ts';
import { createCase, resetNetwork } from '../../../tooling/src/browser-tests/api.ts';
import { assert, assertEqual, until } from './assert.ts';

class FailingPage {
  readonly #frame = document.createElement('iframe');
  /** What the console said since somebody listens. */
  readonly told: string[] = [];

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

  /** Puts another element on the page and answers its root, once it has one. */
  async add(tag: string): Promise<ShadowRoot> {
    const element = await until(() => this.#frame.contentDocument?.createElement(tag));
    this.#frame.contentDocument?.body.append(element);
    return until(() => element.shadowRoot);
  }

  /** Listens to the console, once the page is there. */
  async hear(): Promise<void> {
    await until(() => this.text.includes(en.form.title));
    const { console } = await until(() => this.#frame.contentDocument?.defaultView);
    console.error = (...said: unknown[]) => void this.told.push(said.map(String).join(' '));
  }

  async fill(id: string, value: string): Promise<void> {
    const field = await until(() => this.find(`#${id}`));
    Object.assign(field, { value });
  }

  async open({ reference, pin }: { readonly reference: string; readonly pin: string }): Promise<void> {
    await this.fill('reference', reference);
    await this.fill('pin', pin);
    this.find('[part=open-button]')?.click();
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

  function assertToldOfFile(reference = '?'): void {
    const all = page.told.join('\n');
    assertEqual([page.told.length, all.includes('A file of Lintas could not be loaded')], [1, true], all);
    assert(all.includes('docs/embed.md') && !all.includes(reference), all);
  }

  it('opens a case with a later try, when its code did not come with the first', async () => {
    page = new FailingPage('status-tracker-visit');
    const created = await createCase();
    await page.hear();
    await page.open(created);
    await until(() => page.text.includes(en.errors.offline));
    assertToldOfFile(created.reference);
    page.find('[part=open-button]')?.click();
    await until(() => page.find('.case'));
  });

  it('takes papers by itself, when their code and its texts did not come as the case was opened', async () => {
    for (const file of ['document-uploader-opened', 'locales-documents-en']) {
      page = new FailingPage(file);
      await page.hear();
      const uploader = await page.add('lintas-document-uploader');
      await until(() => uploader.textContent?.includes(en.uploader.closed));
      await page.open(await createCase());
      await until(() => uploader.textContent?.includes(en.form.opening));
      assert(!uploader.textContent?.includes(en.uploader.closed), 'It asks for a case that is open.');
      await until(() => uploader.querySelector('[part=requirement]'));
      assertToldOfFile();
      page.close();
    }
  });

  it('sends a file by itself, when the code for it did not come as it was chosen', async () => {
    page = new FailingPage('document-uploader-sending');
    await page.hear();
    const uploader = await page.add('lintas-document-uploader');
    await page.open(await createCase());
    const paper = await until(() => uploader.querySelector<HTMLElement>('[part=requirement]'));
    give(paper, await photo());
    await until(() => uploader.querySelector('[part=file]')?.textContent?.includes(documents.file.preparing));
    await until(() => uploader.querySelector('[part=document]'));
    assertToldOfFile();
  });

  it('asks the questions with a later try, when their texts did not come with the first', async () => {
    page = new FailingPage('locales-survey-en');
    await page.hear();
    const form = await page.add('lintas-survey-form');
    const button = (part: string): HTMLElement | null => form.querySelector(`[part=${part}]`);
    (await until(() => button('start-button'))).click();
    const retry = await until(() => button('retry-button'));
    assert(form.textContent?.includes(en.errors.offline), form.textContent ?? '');
    assertToldOfFile();
    retry.click();
    // The page names no questionnaire, which it is told only now.
    await until(() => page.told.length > 1);
  });

  it('tells whoever looks after it once which file did not come, and gets the element by itself', async () => {
    page = new FailingPage('document-check');
    await page.hear();
    await page.add('lintas-document-check');
    assert(page.requestsFor('document-check') > 1, 'No try has failed.');
    assertToldOfFile();
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
