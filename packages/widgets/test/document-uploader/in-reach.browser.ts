// Papers make a long page on a phone: the way out of it is in reach from the first to the last.

import { findInReach } from '../core/in-reach.ts';
import { createCase, resetNetwork } from '../../../tooling/src/browser-tests/api.ts';
import { open, showTracker } from '../status-tracker/tracker.ts';
import { findIn, showUploader } from './uploader.ts';

describe('the way out of the documents', () => {
  const shown: Element[] = [];
  beforeEach(async () => void (await resetNetwork()));
  afterEach(() => shown.splice(0).forEach((element) => element.remove()));

  for (const beside of ['alone', 'beside a tracker']) {
    it(`is in reach at the last paper, ${beside}`, async () => {
      const tracker = beside === 'alone' ? undefined : await showTracker();
      const uploader = await showUploader();
      shown.push(...(tracker ? [tracker.element] : []), uploader.element);
      await open(tracker ?? uploader, await createCase());
      await findIn(uploader, '[part~=requirement]');
      uploader.root.querySelector('[part=own-device]')?.scrollIntoView({ block: 'end' });
      await findInReach(uploader.element);
    });
  }
});
