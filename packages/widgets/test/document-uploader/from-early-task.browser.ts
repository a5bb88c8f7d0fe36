// A task that asks for a paper while the code of the uploader beside it is still on its way.

import { assertEqual, until } from '../core/assert.ts';
import { createAsking, findApi, resetNetwork } from '../../../tooling/src/browser-tests/api.ts';
import { find, open, showTracker } from '../status-tracker/tracker.ts';

describe('a task that asks for a paper', () => {
  it('leads to an uploader that is not there yet, and to the place of the paper when it is', async () => {
    await resetNetwork();
    const tracker = await showTracker();
    const { url, key } = await findApi();
    const uploader = document.createElement('lintas-document-uploader');
    uploader.lang = 'en';
    uploader.setAttribute('api', url);
    uploader.setAttribute('key', key);
    document.body.append(uploader);
    await open(tracker, await createAsking());
    const button = await find(tracker, '[part=paper-button]');
    button.focus();
    button.click();
    assertEqual(tracker.root.activeElement, button);
    await import('../../src/document-uploader/define.ts');
    await until(
      () =>
        uploader.shadowRoot?.activeElement?.matches('[part~=requirement] h3') &&
        uploader.shadowRoot.activeElement.textContent?.includes('A photo of you'),
    );
  });
});
