// A session that ends in the middle of sending: what was under way goes on when the person opens their case again, though
// nothing was kept on the device, and never when somebody opens another one.

import { isUnfinished, type Document, type DocumentList } from '@lintas/contract/documents';
import type { CreatedApplication } from '@lintas/contract/status';
import { messages as en } from '../../src/locales/documents/en.ts';
import { assert, assertEqual, until } from '../core/assert.ts';
import {
  call,
  createCase,
  endSession,
  resetNetwork,
  slowDown,
  stopNetwork,
} from '../../../tooling/src/browser-tests/api.ts';
import { open } from '../status-tracker/tracker.ts';
import { countKept, findIn, findPaper, give, largePdf, showUploader, wordsIn } from './uploader.ts';
import type { ShownUploader } from './uploader.ts';

/** Keeps the token of the page's last session, as it is sent to the API. */
function overhearToken(): { readonly token: () => string; stop(): void } {
  const real = globalThis.fetch;
  let last = '';
  globalThis.fetch = (input, init) => {
    const { headers } = input instanceof Request ? input : { headers: new Headers(init?.headers) };
    last = /^Bearer (cs_\S+)/.exec(headers.get('Authorization') ?? '')?.[1] ?? last;
    return real(input, init);
  };
  return { token: () => last, stop: () => void (globalThis.fetch = real) };
}

async function documentsOf({ id }: CreatedApplication): Promise<readonly Document[]> {
  const { body } = await call<DocumentList>('GET', `/v1/applications/${id}/documents`);
  return body.data;
}

/** Bytes per second at which a large file is under way for long enough to be caught. */
const THIN = 5_000_000;

const unfinished = async (created: CreatedApplication): Promise<Document | undefined> =>
  (await documentsOf(created)).find(({ state }) => isUnfinished(state));

const findUnfinished = (created: CreatedApplication): Promise<Document> => until(() => unfinished(created));

describe('a session that ends in the middle of sending', () => {
  const overheard = overhearToken();
  let shown: ShownUploader;
  let created: CreatedApplication;
  let left: Document;

  /** A part of a file is at the API when network and session end. */
  beforeEach(async () => {
    await resetNetwork();
    created = await createCase();
    shown = await showUploader();
    await open(shown, created);
    const paper = await findPaper(shown, 'Something else');
    await slowDown(THIN);
    give(paper, largePdf('secret-name.pdf'));
    left = await findUnfinished(created);
    await stopNetwork();
    await until(() => wordsIn(paper).includes(en.sending.offline));
    await endSession(overheard.token());
    await resetNetwork();
    await findIn(shown, '.ended');
  });
  afterEach(() => shown.element.remove());
  after(() => overheard.stop());

  it('is said to wait, and goes on as the same document when its case is opened again', async () => {
    assertEqual(wordsIn(await findIn(shown, '[part=waiting]')), en.device.waiting);
    assert(!wordsIn(shown.root.querySelector('.root')).includes('secret-name'), 'A name is left.');
    assertEqual(await countKept(), 0, 'files that the device keeps');
    (await findIn(shown, '[part=again-button]')).click();
    await findIn(shown, 'form');
    await open(shown, created);
    await until(() => shown.element.value.includes(left.id));
    const all = await documentsOf(created);
    assertEqual(all.filter(({ state }) => isUnfinished(state)).length, 0, 'unfinished documents');
    assertEqual(shown.root.querySelector('[part=waiting]'), null);
  });

  it('gives nothing of it to whoever opens another case', async () => {
    (await findIn(shown, '[part=again-button]')).click();
    await findIn(shown, 'form');
    const other = await createCase();
    await open(shown, other);
    await findIn(shown, '[part~=requirement]');
    assertEqual(shown.root.querySelector('[part~=file], [part~=document], [part=waiting]'), null);
    (await findIn(shown, '[part=close-button]')).click();
    await findIn(shown, '.ended');
    assertEqual(shown.root.querySelector('[part=waiting]'), null, 'what waits after that');
    assertEqual((await documentsOf(other)).length, 0, 'documents of the other case');
    assertEqual((await unfinished(created))?.id, left.id, 'what was left');
  });

  it('lets go of it when the person leaves the page', async () => {
    document.dispatchEvent(new Event('lintas-exit'));
    assertEqual(shown.root.querySelector('[part=waiting]'), null);
    await findIn(shown, 'form');
    await open(shown, created);
    const notice = await findIn(shown, '[part=unfinished]');
    assert(wordsIn(notice).includes(en.device.goOnTitle), wordsIn(notice));
    assertEqual(shown.root.querySelector('[part~=file]'), null);
  });
});
