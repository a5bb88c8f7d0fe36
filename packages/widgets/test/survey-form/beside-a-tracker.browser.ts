// A form beside a tracker: it comes when the case has come so far, leaves the case to the others, and outlives it.

import { assert, assertEqual, until } from '../core/assert.ts';
import {
  append,
  CHECKED,
  createCase,
  IN_REVIEW,
  RECEIVED,
  REFUSED,
  resetNetwork,
} from '../../../tooling/src/browser-tests/api.ts';
import { open, showTracker, type Shown } from '../status-tracker/tracker.ts';
import { showUploader, type ShownUploader } from '../document-uploader/uploader.ts';
import { clearDevice, find, press, showForm, type ShownForm } from './form.ts';

describe('a form beside other widgets', () => {
  let form: ShownForm;
  let others: (Shown | ShownUploader)[] = [];
  beforeEach(async () => {
    await resetNetwork();
    await clearDevice();
  });
  afterEach(() => {
    form.element.remove();
    for (const { element } of others) element.remove();
    others = [];
  });

  const isSeen = (): boolean => (form.root.querySelector('.root')?.getBoundingClientRect().height ?? 0) > 0;

  it('appears once the case is where the page wants to ask, and stays when the case is closed', async () => {
    form = await showForm({ after: 'decided' });
    const tracker = await showTracker();
    others = [tracker];
    assert(!isSeen(), 'It is there before any case.');
    const created = await createCase();
    await append(created, RECEIVED, IN_REVIEW, CHECKED);
    await open(tracker, created);
    assert(!isSeen(), 'It came too early.');
    await append(created, REFUSED);
    await until(isSeen);
    press(form, 'start-button');
    await find(form, '[part=form]');
    tracker.root.querySelector<HTMLElement>('[part=close-button]')?.click();
    await until(() => tracker.root.querySelector('.ended'));
    assert(isSeen() && form.root.querySelector('[part=form]'), 'It went with the case.');
  });

  it('leaves the form that opens a case to a widget that has one', async () => {
    form = await showForm();
    const uploader = await showUploader();
    others = [uploader];
    await until(() => uploader.root.querySelector('form'));
    assertEqual(form.root.querySelectorAll('form').length, 0);
  });
});
