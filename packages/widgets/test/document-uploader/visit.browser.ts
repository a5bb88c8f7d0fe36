// Whole visits on the built bundle, under the strictest policy: from the form to a document that is received, without a
// mouse; a page that is loaded again in the middle; and a hurried way out.

import { isUnfinished, type DocumentList } from '@lintas/contract/documents';
import { sendKeys } from '@web/test-runner-commands';
import { messages as en } from '../../src/locales/documents/en.ts';
import { messages as english } from '../../src/locales/en.ts';
import { assert, assertEqual, until } from '../core/assert.ts';
import { call, createCase, resetNetwork, stopNetwork } from '../../../tooling/src/browser-tests/api.ts';
import { countKept, largePdf, photo, wordsIn } from './uploader.ts';

interface StrictPage {
  readonly frame: HTMLIFrameElement;
  readonly violations: readonly unknown[];
  /** An element of a widget, once it is there. */
  find(selector: string, tag?: string): Promise<HTMLElement>;
  close(): void;
}

const UPLOADER = 'lintas-document-uploader';
const TRACKER = 'lintas-status-tracker';

/** The partner's page with an uploader below its tracker. */
async function openPage(): Promise<StrictPage> {
  const frame = document.createElement('iframe');
  const violations: unknown[] = [];
  const listen = ({ data }: MessageEvent<{ readonly type?: string }>): void => {
    if (data.type === 'violation') violations.push(data);
  };
  addEventListener('message', listen);
  frame.src = '/partner-page/';
  frame.style.inlineSize = '60rem';
  frame.style.blockSize = '40rem';
  document.body.append(frame);
  const page: StrictPage = {
    frame,
    violations,
    find: (selector, tag = UPLOADER) =>
      until(() =>
        frame.contentDocument?.querySelector(tag)?.shadowRoot?.querySelector<HTMLElement>(selector),
      ),
    close() {
      removeEventListener('message', listen);
      frame.remove();
    },
  };
  await addUploader(page);
  return page;
}

async function addUploader({ frame, find }: StrictPage): Promise<void> {
  await find('form', TRACKER);
  const page = await until(() => frame.contentDocument);
  page.body.append(page.createElement(UPLOADER));
  await find('h2');
}

async function openCase({ frame, find }: StrictPage, reference: string, pin: string): Promise<void> {
  for (const [id, value] of Object.entries({ reference, pin })) {
    Object.assign(await find(`#${id}`, TRACKER), { value });
  }
  (await find('[part=open-button]', TRACKER)).click();
  await find('[part~=requirement]');
  assert(frame.contentDocument, 'the page');
}

/** The place that an input is in. */
async function placeOf({ find }: StrictPage, id: string): Promise<HTMLElement> {
  const input = await find(`#${id}`);
  return until(() => input.closest<HTMLElement>('[part~=place]'));
}

/** Gives a file by one of the inputs. */
async function giveFile(page: StrictPage, id: string, file: File): Promise<HTMLElement> {
  const place = await placeOf(page, id);
  const input = await page.find(`#${id}`);
  const view = await until(() => page.frame.contentDocument?.defaultView);
  const data = new view.DataTransfer();
  data.items.add(new view.File([await file.arrayBuffer()], file.name, { type: file.type }));
  if (input instanceof view.HTMLInputElement) input.files = data.files;
  input.dispatchEvent(new view.Event('change', { bubbles: true }));
  return place;
}

/** Whether a part of a file is at the API, and the rest is not. */
async function hasUnfinished(applicationId: string): Promise<boolean> {
  const { body } = await call<DocumentList>('GET', `/v1/applications/${applicationId}/documents`);
  return body.data.some(({ state }) => isUnfinished(state));
}

describe('a visit on a strict page', () => {
  let page: StrictPage;
  beforeEach(async () => {
    await resetNetwork();
    page = await openPage();
  });
  afterEach(() => page.close());

  it('opens with the tracker, sends a document, and ends with it, without a single report', async () => {
    assert(
      wordsIn(await page.find('.root')).includes(english.uploader.closed),
      'It asks for what the tracker asks.',
    );
    const { reference, pin } = await createCase();
    await openCase(page, reference, pin);
    const place = await giveFile(page, 'file-1-whole', await photo());
    await until(() => wordsIn(place).includes(en.states.received));
    await page.find('[part=event]:nth-of-type(2)', TRACKER);
    for (const section of ['accesses', 'consents']) (await page.find(`#${section}`)).click();
    await page.find('[part=access]');
    (await page.find('[part=consent-button]')).click();
    await page.find('[part=consent-outcome]');
    const view = await until(() => page.frame.contentDocument?.defaultView);
    // Asked for, and not kept on the test's machine.
    const saved: string[] = [];
    view.HTMLAnchorElement.prototype.click = function () {
      saved.push(this.download);
    };
    (await page.find('[part=copy-button]')).click();
    Object.assign(await page.find('#copy-pin'), { value: pin });
    (await page.find('[part=save-button]')).click();
    await page.find('[part=copy-saved]');
    assertEqual(saved, ['IMG_0001.jpg'], 'what was saved');
    (await page.find('[part=close-button]', TRACKER)).click();
    await until(() =>
      page.frame.contentDocument?.querySelector(UPLOADER)?.shadowRoot?.querySelector('.closed'),
    );
    assertEqual(page.violations, []);
  });

  it('goes on after the page was loaded again, where the device is the person’s own', async () => {
    const { reference, pin, id } = await createCase();
    await openCase(page, reference, pin);
    (await page.find('#own-device')).click();
    await page.find('#own-device:checked');
    const place = await placeOf(page, 'file-other');
    // The network has to fail before all of a file has arrived: one of them is under way when it does.
    do {
      await resetNetwork();
      await giveFile(page, 'file-other', largePdf());
      await until(() => hasUnfinished(id));
      await stopNetwork();
    } while (!(await hasUnfinished(id)));
    await until(() => wordsIn(place).includes(en.sending.offline));
    // WebKit keeps no files in windows like that of a test, which leave nothing behind.
    const isKept = (await countKept()) > 0;
    assert(isKept || navigator.vendor.startsWith('Apple'), 'Nothing is kept.');
    page.frame.contentWindow?.location.reload();
    await until(() => !page.frame.contentDocument?.querySelector(UPLOADER));
    // Only now: a page that takes long to go would send the rest itself.
    await resetNetwork();
    await addUploader(page);
    await openCase(page, reference, pin);
    const again = await placeOf(page, 'file-other');
    (await page.find('[part=go-on-button]')).click();
    if (!isKept) {
      const notice = await page.find('[part=unfinished]');
      return void (await until(() => wordsIn(notice).includes(en.device.nothingKept)));
    }
    await until(async () => !(await hasUnfinished(id)));
    await until(() => !again.querySelector('[part~=file]'));
  });

  it('leaves nothing behind when the person leaves in a hurry', async () => {
    const { reference, pin } = await createCase();
    await openCase(page, reference, pin);
    (await page.find('#own-device')).click();
    const place = await giveFile(page, 'file-1-whole', await photo());
    await until(() => wordsIn(place) !== '');
    const view = await until(() => page.frame.contentDocument?.defaultView);
    view.document.dispatchEvent(new view.Event('lintas-exit'));
    const root = view.document.querySelector(UPLOADER)?.shadowRoot;
    assertEqual(root?.querySelector('[part~=requirement], [part~=file], [part~=document]') ?? null, null);
    await until(async () => (await countKept()) === 0);
  });
});

describe('a visit with the keyboard alone', () => {
  it('reaches every way to give a file, and every button, in the order of reading', async () => {
    const page = await openPage();
    await resetNetwork();
    const { reference, pin } = await createCase();
    await openCase(page, reference, pin);
    const root = await until(() => page.frame.contentDocument?.querySelector(UPLOADER)?.shadowRoot);
    page.frame.contentWindow?.focus();
    (await page.find('#kind-0')).focus();
    const reached: string[] = [];
    for (let presses = 0; presses < 14; presses++) {
      const at = root.activeElement;
      if (at) reached.push(at.id || at.localName);
      await sendKeys({ press: 'Tab' });
    }
    const order = ['kind-0', 'file-0-whole', 'summary', 'file-1-whole', 'summary', 'own-device'];
    let from = 0;
    for (const stop of order) {
      const at = reached.indexOf(stop, from);
      assert(at >= 0, `${stop} is not reached in order: ${reached.join(', ')}`);
      from = at + 1;
    }
    page.close();
  });
});
