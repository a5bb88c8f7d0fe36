// The uploader beside a tracker, before a case is opened there.

import { assert, until } from '../core/assert.ts';
import { createCase, resetNetwork } from '../../../tooling/src/browser-tests/api.ts';
import { open, showTracker } from '../status-tracker/tracker.ts';
import { findIn, showUploader } from './uploader.ts';

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

  it('takes the references of another authority in its own form', async () => {
    await resetNetwork();
    const { reference, pin } = await createCase();
    const shown = await showUploader();
    shown.element.referenceScheme = {
      id: 'file-numbers',
      check: (text) => (text === 'im 7/26' ? { kind: 'valid', reference } : { kind: 'mistyped' }),
    };
    await open(shown, { reference: 'im 7/26', pin });
    await findIn(shown, '[part=requirement]');
    shown.element.remove();
  });
});
