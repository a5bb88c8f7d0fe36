// The check from the script tag's bundle, on a partner's page whose policy allows nothing but the least.

import { messages as en } from '../../src/locales/document-check/en.ts';
import { assertEqual, until } from '../core/assert.ts';
import { resetNetwork } from '../../../tooling/src/browser-tests/api.ts';
import { wordsIn } from '../document-uploader/uploader.ts';

describe('the check of a document on a page with the strictest policy', () => {
  it('works, and the browser blocks and reports nothing', async () => {
    await resetNetwork();
    const violations: unknown[] = [];
    const listen = ({ data }: MessageEvent<{ readonly type?: string }>): void => {
      if (data.type === 'violation') violations.push(data);
    };
    addEventListener('message', listen);
    const frame = document.createElement('iframe');
    frame.src = '/partner-page/';
    document.body.append(frame);
    const page = await until(
      () => frame.contentDocument?.querySelector('lintas-status-tracker') && frame.contentDocument,
    );
    // A page that shows the element later than the script.
    const element = page.createElement('lintas-document-check');
    page.body.append(element);
    const root = await until(() => element.shadowRoot);
    const input = await until(() => root.querySelector('input'));
    const data = new DataTransfer();
    data.items.add(new File(['a letter'], 'letter.pdf'));
    input.files = data.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => wordsIn(root.querySelector('[part=answer]')).includes(en.unknown));
    assertEqual(violations, []);
    removeEventListener('message', listen);
    frame.remove();
  });
});
