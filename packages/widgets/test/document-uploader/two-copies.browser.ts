// An uploader and a tracker that came with two copies of the code, as happens where two plugins each bring their own:
// they share one opened case where they have the same settings, and nothing where they have not.

import { define } from '../../src/core/define.ts';
import { assert, assertEqual, until } from '../core/assert.ts';
import { createCase, findApi, resetNetwork } from '../../../tooling/src/browser-tests/api.ts';
import { find, open, showTracker, type Shown } from '../status-tracker/tracker.ts';
import type { LintasDocumentUploader } from '../../src/document-uploader/document-uploader.ts';

/** Registers the built uploader, whose modules are other ones than the tracker's. */
async function defineFromBundle(): Promise<void> {
  const answer = await fetch('/packages/widgets/cdn/sri.json');
  const manifest: unknown = await answer.json();
  assert(typeof manifest === 'object' && manifest !== null, 'the manifest of the bundle');
  const file = Object.keys(manifest).find((name) => /^document-uploader-[\w-]{8}\.js$/.test(name));
  const module: unknown = await import(`/packages/widgets/cdn/${file}`);
  assert(isUploaderModule(module), 'the file of the uploader');
  define('lintas-document-uploader', module.LintasDocumentUploader);
}

function isUploaderModule(
  module: unknown,
): module is { readonly LintasDocumentUploader: CustomElementConstructor } {
  return typeof module === 'object' && module !== null && 'LintasDocumentUploader' in module;
}

describe('widgets from two copies of the code', () => {
  let tracker: Shown;
  let uploader: LintasDocumentUploader;
  before(defineFromBundle);

  /** Puts both on the page. */
  async function show(settings: { readonly key?: string }): Promise<ShadowRoot> {
    await resetNetwork();
    const { url, key } = await findApi();
    tracker = await showTracker();
    uploader = document.createElement('lintas-document-uploader');
    uploader.lang = 'en';
    uploader.setAttribute('api', url);
    uploader.setAttribute('key', settings.key ?? key);
    document.body.append(uploader);
    return until(() => uploader.shadowRoot);
  }
  afterEach(() => {
    uploader.remove();
    tracker.element.remove();
  });

  it('open and close the case together where they have the same settings', async () => {
    const root = await show({});
    await until(() => root.querySelector('.closed'));
    await open(tracker, await createCase());
    await until(() => root.querySelector('[part~=requirement]'));
    const data = new DataTransfer();
    data.items.add(new File(['no picture'], 'empty.jpg', { type: 'image/jpeg' }));
    const input = await until(() => root.querySelector<HTMLInputElement>('#file-other'));
    input.files = data.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => root.querySelector('[part~=file] .findings'));
    (await find(tracker, '[part=close-button]')).click();
    await until(() => root.querySelector('.closed'));
    assertEqual(root.querySelector('[part~=file]'), null);
  });

  it('have nothing of each other where their settings differ', async () => {
    const root = await show({ key: 'pk_of_another_authority' });
    await until(() => root.querySelector('#reference'));
    await open(tracker, await createCase());
    await uploader.updateComplete;
    assertEqual(root.querySelector('[part~=requirement]'), null);
    assert(root.querySelector('#reference'), 'Its form is gone.');
  });
});
