// Anybody who was given the file of a document learns whether it was confirmed, and sends nothing but its digest.

import '../../src/document-check/define.ts';
import type { Authenticity } from '@lintas/contract/documents';
import { sendKeys } from '@web/test-runner-commands';
import type { LintasDocumentCheck } from '../../src/document-check/document-check.ts';
import { messages as en } from '../../src/locales/document-check/en.ts';
import { messages as id } from '../../src/locales/document-check/id.ts';
import { messages as documents } from '../../src/locales/documents/en.ts';
import { messages as widgets } from '../../src/locales/en.ts';
import { assert, assertEqual, until } from '../core/assert.ts';
import { assertAccessible } from '../core/axe.ts';
import {
  call,
  findApi,
  resetNetwork,
  startNetwork,
  stopNetwork,
} from '../../../tooling/src/browser-tests/api.ts';
import { decide, findPaper, give, photo, showOpened, wordsIn } from '../document-uploader/uploader.ts';

async function showCheck(lang = 'en'): Promise<LintasDocumentCheck> {
  const { url, key } = await findApi();
  const element = document.createElement('lintas-document-check');
  element.lang = lang;
  element.setAttribute('api', url);
  element.setAttribute('key', key);
  document.body.append(element);
  await until(() => element.shadowRoot?.querySelector('h2'));
  return element;
}

/** Chooses a file as a person does, and answers what is said about it. */
async function ask(element: LintasDocumentCheck, file: File): Promise<string> {
  const root = await until(() => element.shadowRoot);
  const input = await until(() => root.querySelector('input'));
  const data = new DataTransfer();
  data.items.add(file);
  input.files = data.files;
  // That it is being checked may be over before anybody looks.
  const before = root.querySelector('[part=answer]');
  input.dispatchEvent(new Event('change', { bubbles: true }));
  return wordsIn(await until(() => another(root.querySelector('[part=answer]'), before)));
}

function another(found: Element | null, before: Element | null): Element | undefined {
  return found === before || found === null ? undefined : found;
}

/** A file that an officer has accepted, as it was sent. */
async function acceptedFile(): Promise<File> {
  const shown = await showOpened();
  const file = await photo('paper.jpg');
  give(await findPaper(shown, 'A photo of you'), file);
  const documentId = await until(() => shown.element.value[0]);
  await until(() =>
    wordsIn(shown.root.querySelector('[part~=document]')).includes(documents.states.received),
  );
  await decide(documentId, { outcome: 'accepted' });
  shown.element.remove();
  return file;
}

async function findAttestation(file: File): Promise<string> {
  const { url, key } = await findApi();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const response = await fetch(`${url}/v1/attestations/check`, {
    method: 'POST',
    headers: {
      'Lintas-Key': key,
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
    },
    body: JSON.stringify({ sha256 }),
  });
  const { attestations } = (await response.json()) as Authenticity;
  return attestations[0]?.id ?? '';
}

/** Counts from now on; the browser's list is full with the modules of the test. */
function watchRequests(url: string): () => readonly string[] {
  performance.clearResourceTimings();
  return () =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.startsWith(url))
      .map(({ name }) => name.slice(url.length));
}

describe('the check of a document', () => {
  let element: LintasDocumentCheck;
  beforeEach(async () => void (await resetNetwork()));
  afterEach(() => {
    element.remove();
    document.documentElement.style.colorScheme = '';
    document.documentElement.style.fontSize = '';
  });

  it('fetches nothing from the API before a person has chosen a file', async () => {
    const { url } = await findApi();
    const requests = watchRequests(url);
    element = await showCheck();
    await new Promise((resolve) => setTimeout(resolve, 100));
    assertEqual(requests(), []);
    await assertAccessible(element);
  });

  it('says of a file that nobody confirmed that it is not known, and nothing against it', async () => {
    element = await showCheck();
    const said = await ask(element, new File(['some letter'], 'letter.pdf'));
    for (const text of [en.unknown, en.unknownMeans, 'letter.pdf']) assert(said.includes(text), said);
    await assertAccessible(element);
  });

  it('says who confirmed a file and when, and that it was taken back', async () => {
    const file = await acceptedFile();
    element = await showCheck();
    const { url } = await findApi();
    const requests = watchRequests(url);
    const said = await ask(element, file);
    assert(said.includes(en.confirmed), said);
    assert(said.includes(en.portrait) && said.includes(String(new Date().getFullYear())), said);
    // The uploader that was here before may still be saying goodbye, and a stream is listed once it has ended.
    const goodbye = ['/v1/status-sessions/current', '/v1/status/stream'];
    const asked = requests().filter((path) => !goodbye.includes(path));
    assert(
      asked.length > 0 &&
        asked.every((path) => ['/v1/attestations/check', '/.well-known/jwks.json'].includes(path)),
      String(asked),
    );
    const knows = await crypto.subtle.generateKey('Ed25519', false, ['sign']).then(
      () => true,
      () => false,
    );
    assertEqual(said.includes(en.signed), knows, 'whether the signature was checked');
    await assertAccessible(element);

    // Where the page changes its language, the kind of the document does, too.
    element.lang = 'id';
    const root = await until(() => element.shadowRoot);
    await until(() => wordsIn(root.querySelector('[part=answer]')).includes(id.portrait));
    element.lang = 'en';
    await until(() => wordsIn(root.querySelector('[part=answer]')).includes(en.portrait));

    const attestation = await findAttestation(file);
    assertEqual((await call('POST', `/v1/attestations/${attestation}/revoke`)).status, 204);
    const later = await ask(element, file);
    assert(later.includes(en.takenBack) && later.includes(en.takenBackMeans), later);
    await assertAccessible(element);

    const changed = new File([await file.arrayBuffer(), ' '], 'paper.jpg');
    assert((await ask(element, changed)).includes(en.unknown), 'One byte more is another file.');
  });

  it('says when the service cannot be reached, and asks again', async () => {
    element = await showCheck();
    const root = await until(() => element.shadowRoot);
    await stopNetwork();
    const said = await ask(element, new File(['a'], 'a.pdf'));
    assert(said.includes(en.failed) && said.includes(widgets.errors.offline), said);
    await assertAccessible(element);
    await startNetwork();
    root.querySelector<HTMLElement>('[part=retry-button]')?.click();
    await until(() => wordsIn(root.querySelector('[part=answer]')).includes(en.unknown));
  });

  it('is reached and used by the keyboard, and its answer is heard', async () => {
    element = await showCheck();
    const root = await until(() => element.shadowRoot);
    const before = Object.assign(document.createElement('button'), { textContent: 'before' });
    element.before(before);
    before.focus();
    await sendKeys({ press: 'Tab' });
    assertEqual(root.activeElement?.localName, 'input');
    before.remove();
    await ask(element, new File(['b'], 'b.pdf'));
    await until(() => root.querySelector('[role=status]')?.textContent === en.unknown);
  });

  it('forgets file and answer when the person leaves the page', async () => {
    element = await showCheck();
    await ask(element, new File(['c'], 'private.pdf'));
    dispatchEvent(new PageTransitionEvent('pagehide'));
    assert(!(element.shadowRoot?.textContent ?? '').includes('private.pdf'), 'The name is still there.');
  });

  it('speaks Indonesian, and fits on a small phone at twice the size, light and dark', async () => {
    element = await showCheck('id');
    element.style.inlineSize = '320px';
    const said = await ask(element, new File(['d'], 'surat-yang-panjang-sekali-namanya-tanpa-spasi.pdf'));
    assert(said.includes(id.unknown) && !said.includes(en.unknown), said);
    for (const [scheme, size] of [
      ['light', ''],
      ['dark', '200%'],
    ] as const) {
      document.documentElement.style.colorScheme = scheme;
      document.documentElement.style.fontSize = size;
      await assertAccessible(element);
      const right = element.getBoundingClientRect().right;
      const wide = [...(element.shadowRoot?.querySelectorAll('.root *') ?? [])].filter(
        (part) => !part.closest('.visually-hidden, svg') && part.getBoundingClientRect().right > right + 1,
      );
      assertEqual(
        wide.map(({ localName }) => localName),
        [],
        `what is too wide at ${size}`,
      );
    }
  });
});
