// The uploader beside a tracker, before a case is opened there.

import { assert, until } from '../core/assert.ts';
import { resetNetwork } from '../status-tracker/api.ts';
import { showTracker } from '../status-tracker/tracker.ts';
import { showUploader } from './uploader.ts';

describe('the uploader while no case is open', () => {
  it('has room between its heading and what it says', async () => {
    await resetNetwork();
    const tracker = await showTracker();
    const { element, root } = await showUploader();
    const [heading, text] = await until(() => {
      const parts = ['h2', 'p'].map((part) =>
        root.querySelector(`.closed > ${part}`)?.getBoundingClientRect(),
      );
      return parts.every(Boolean) && parts;
    });
    assert(heading && text && text.top - heading.bottom >= 8, 'They stand too near.');
    element.remove();
    tracker.element.remove();
  });
});
