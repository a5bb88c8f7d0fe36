// A partner's own form can require the documents: it is not sent before they are here, and says what is missing.

import type { LintasDocumentUploader } from '../../src/document-uploader/document-uploader.ts';
import { messages as en } from '../../src/locales/documents/en.ts';
import { messages as english } from '../../src/locales/en.ts';
import { assert, assertEqual, until } from '../core/assert.ts';
import { openFrame, pageAddress } from '../core/frame.ts';
import { createCase, findApi, resetNetwork } from '../../../tooling/src/browser-tests/api.ts';
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
    give(await findPaper(shown, 'Something else'), await photo('family.jpg'));
    const [id = ''] = await until(() => shown.element.value.length > 0 && shown.element.value);
    form.requestSubmit();
    assertEqual([...(sent ?? [])], [['documents', id]]);
    assertEqual(new FormData(form).getAll('documents'), [id]);
  });

  it('is not sent before what is needed is here, and says and shows what that is', async () => {
    shown.element.required = true;
    await shown.element.updateComplete;
    form.requestSubmit();
    assertEqual([sent, shown.element.validity?.valueMissing], [undefined, true]);
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
    const paper = await findPaper(shown, 'Something else');
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

  it('two of them are reset together, each with what it has, and both give what was handed in', async () => {
    const second = await showUploader('en', form);
    second.element.setAttribute('name', 'again');
    await openCase();
    await findIn(second, '[part~=requirement]');
    give(await findPaper(shown, 'Something else'), await photo());
    const [id = ''] = await until(() => second.element.value.length > 0 && second.element.value);
    const empty = (): File => new File([], 'empty.jpg', { type: 'image/jpeg' });
    for (const uploader of [shown, second]) {
      give(await findPaper(uploader, 'Something else'), empty());
      await findIn(uploader, '[part~=file] .findings');
    }
    form.reset();
    for (const { root } of [shown, second]) await until(() => !root.querySelector('[part~=file]'));
    assertEqual(
      [...new FormData(form)],
      [
        ['documents', id],
        ['again', id],
      ],
    );
  });
});

describe('for whoever writes the form', () => {
  const form = document.createElement('form');
  let shown: ShownUploader;

  beforeEach(async () => {
    await resetNetwork();
    form.replaceChildren();
    document.body.append(form);
    shown = await showUploader('en', form);
  });
  afterEach(() => form.remove());

  it('it has a name, in script as in markup, and what was handed in goes under the one it has now', async () => {
    const { element } = shown;
    assertEqual([element.name, element.type], ['', 'lintas-document-uploader']);
    assert(!element.hasAttribute('name'), 'It has an attribute that nobody wrote.');
    element.name = 'documents';
    await element.updateComplete;
    assertEqual(element.getAttribute('name'), 'documents');
    assert(form.elements.namedItem('documents') === element, 'The form does not know the name.');
    await open(shown, await createCase({ kind: 'complaint' }));
    await findIn(shown, '[part~=requirement]');
    give(await findPaper(shown, 'Something else'), await photo());
    const [id = ''] = await until(() => element.value.length > 0 && element.value);
    element.setAttribute('name', 'papers');
    await element.updateComplete;
    assertEqual([element.name, ...new FormData(form)], ['papers', ['papers', id]]);
    element.removeAttribute('name');
    await element.updateComplete;
    assertEqual([element.name, ...new FormData(form)], ['']);
  });

  it('it tells whether it takes part, and can be asked what is missing without bringing anybody to it', async () => {
    const { element } = shown;
    element.required = true;
    await element.updateComplete;
    assertEqual(element.willValidate, true);
    let said = 0;
    element.addEventListener('invalid', () => (said += 1));
    assertEqual([element.checkValidity(), said], [false, 1]);
    await element.updateComplete;
    assertEqual(shown.root.activeElement, null);
    assertEqual([element.reportValidity(), said], [false, 2]);
    await until(() => shown.root.activeElement?.id === 'reference');
    element.disabled = true;
    await element.updateComplete;
    assertEqual([element.willValidate, element.checkValidity()], [false, true]);
  });

  it('a label leads to where a person begins, and from an opened case to what is still needed', async () => {
    const label = document.createElement('label');
    shown.element.id = label.htmlFor = 'papers';
    label.textContent = 'Your papers';
    form.prepend(label);
    assertEqual([...(shown.element.labels ?? [])], [label]);
    label.click();
    await until(() => shown.root.activeElement?.id === 'reference');
    await open(shown, await createCase());
    const place = await findPaper(shown, 'passport');
    label.click();
    await until(() => place.contains(shown.root.activeElement));
    assertEqual(shown.root.querySelector('[part=missing]'), null);
  });
});

describe('a form that a person comes back to', () => {
  it('holds no documents until their case is opened again, whatever the browser restores', async () => {
    await resetNetwork();
    const page = await openFrame('host-form.html');
    const frame = await until(() => [...document.querySelectorAll('iframe')].at(-1));
    const uploaders = async (): Promise<readonly LintasDocumentUploader[]> => {
      const { url, key } = await findApi();
      const found = await until(() => {
        const all = [...(frame.contentDocument?.querySelectorAll('lintas-document-uploader') ?? [])];
        return all.length === 2 && frame.contentDocument?.readyState === 'complete' && all;
      });
      for (const each of found) {
        each.setAttribute('api', url);
        each.setAttribute('key', key);
        await until(() => each.shadowRoot?.querySelector('h2'));
      }
      return found;
    };
    const entries = (): unknown[] => {
      const view = frame.contentDocument?.defaultView;
      const host = frame.contentDocument?.querySelector('form');
      return view && host ? [...new view.FormData(host).getAll('documents')] : ['no form'];
    };
    const [element] = await uploaders();
    const root = await until(() => element?.shadowRoot);
    assert(element, 'the uploader');
    await open({ root }, await createCase({ kind: 'complaint' }));
    await until(() => root.querySelector('[part~=requirement]'));
    give(await findPaper({ element, root }, 'Something else'), await photo());
    await until(() => entries().length > 0);
    page.window.location.href = pageAddress('neutral.html');
    await until(() => frame.contentDocument?.URL.endsWith('neutral.html'));
    frame.contentWindow?.history.back();
    await until(() => frame.contentDocument?.URL.endsWith('host-form.html'));
    const [again] = await uploaders();
    assertEqual(entries(), []);
    assertEqual(again?.validity?.valueMissing, true, 'whether something is missing');
    page.close();
  });
});
