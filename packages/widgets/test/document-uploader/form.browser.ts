// A partner's own form can require the documents: it is not sent before they are here, and says what is missing.

import { messages as en } from '../../src/locales/documents/en.ts';
import { messages as english } from '../../src/locales/en.ts';
import { assert, assertEqual, until } from '../core/assert.ts';
import { createCase, resetNetwork } from '../status-tracker/api.ts';
import { open } from '../status-tracker/tracker.ts';
import { findIn, findPaper, give, photo, showUploader, wordsIn, type ShownUploader } from './uploader.ts';

describe('in a form', () => {
  const form = document.createElement('form');
  let shown: ShownUploader;
  let sent: FormData | undefined;

  beforeEach(async () => {
    await resetNetwork();
    sent = undefined;
    form.replaceChildren();
    form.onsubmit = (event) => {
      event.preventDefault();
      sent = new FormData(form);
    };
    document.body.append(form);
    shown = await showUploader('en', form);
    shown.element.setAttribute('name', 'documents');
  });
  afterEach(() => form.remove());

  async function openCase(): Promise<void> {
    // A complaint needs nothing, so that a form can be sent with what a person adds freely.
    await open(shown, await createCase({ kind: 'complaint' }));
    await findIn(shown, '[part~=requirement]');
  }

  it('gives the ids of what was handed in, and nothing where there is nothing', async () => {
    await openCase();
    form.requestSubmit();
    assertEqual([...(sent ?? [])], []);
    give(await findPaper(shown, 'Anything else'), await photo('family.jpg'));
    const [id = ''] = await until(() => shown.element.value.length > 0 && shown.element.value);
    form.requestSubmit();
    assertEqual([...(sent ?? [])], [['documents', id]]);
    assertEqual(new FormData(form).getAll('documents'), [id]);
  });

  it('is not sent before what is needed is here, and says and shows what that is', async () => {
    shown.element.required = true;
    await shown.element.updateComplete;
    form.requestSubmit();
    assertEqual([sent, shown.element.validity.valueMissing], [undefined, true]);
    assertEqual(shown.element.validationMessage, english.uploader.closed);
    await until(() => shown.root.activeElement?.id === 'reference');

    await open(shown, await createCase());
    await findIn(shown, '[part~=requirement]');
    await until(() => shown.element.validationMessage.includes('A photo of you'));
    form.requestSubmit();
    assertEqual(sent, undefined);
    assert(wordsIn(await findIn(shown, '[part=missing]')).startsWith('We still need:'), 'It is not named.');
    const place = await findPaper(shown, 'passport');
    await until(() => place.contains(shown.root.activeElement));
  });

  it('is left alone by a reset, but for what was not sent yet', async () => {
    await openCase();
    const paper = await findPaper(shown, 'Anything else');
    give(paper, await photo());
    await until(() => shown.element.value.length === 1);
    give(paper, new File([], 'empty.jpg', { type: 'image/jpeg' }));
    await until(() => wordsIn(paper).includes(en.problems.empty({ size: '', types: '' })));
    form.reset();
    await until(() => !wordsIn(paper).includes(en.problems.empty({ size: '', types: '' })));
    assertEqual(shown.element.value.length, 1);
  });

  it('takes nothing while it is disabled, by itself or by a fieldset', async () => {
    await openCase();
    const fieldset = document.createElement('fieldset');
    form.append(fieldset);
    fieldset.disabled = true;
    shown.element.disabled = true;
    await shown.element.updateComplete;
    const inputs = [...shown.root.querySelectorAll('input, select')];
    assert(
      inputs.length > 0 && inputs.every((input) => input.matches(':disabled')),
      'Something can be given.',
    );
    assert(!shown.element.matches(':enabled'), 'It is enabled.');
  });
});
