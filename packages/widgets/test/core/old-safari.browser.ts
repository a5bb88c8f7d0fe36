// A page in a browser that lacks what Safari 15.4 does: phones that people carry have no newer one.

import { messages as id } from '../../src/locales/id.ts';
import { assert, assertEqual, until } from './assert.ts';
import { openWindow, type Page } from './frame.ts';

const partOf = (
  page: Pick<Page, 'document'>,
  tag: string,
  selector: string,
): HTMLElement | null | undefined =>
  page.document.querySelector(tag)?.shadowRoot?.querySelector<HTMLElement>(selector);

describe('a page in an old Safari', () => {
  // A window of its own: who leaves in a hurry leaves all of it.
  let page: Omit<Page, 'violations'>;
  beforeEach(async () => {
    page = await openWindow('old-safari.html');
  });
  afterEach(() => page.close());

  it('shows its elements, with their look', async () => {
    for (const tag of ['status-tracker', 'document-uploader', 'survey-form', 'document-check'])
      await until(() => partOf(page, `lintas-${tag}`, '[part~=sheet]'));
    const sheet = partOf(page, 'lintas-status-tracker', '[part~=sheet]');
    assert(
      sheet && parseFloat(page.window.getComputedStyle(sheet).paddingInlineStart) > 8,
      'no room beside the text',
    );
    assertEqual('troubles' in page.window && page.window.troubles, []);
  });

  it('is covered at once when somebody leaves in a hurry', async () => {
    const button = await until(() => partOf(page, 'lintas-quick-exit', 'button'));
    assert(button.textContent?.includes(id.exit.button), 'another button');
    button.click();
    await until(() => page.window.getComputedStyle(page.document.documentElement).display === 'none');
  });
});
