// Each quarter of a file is told once, however the network behaves, and its end once. What was left unfinished goes on
// with the same file, and gives way to another.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { DEFAULT_LIMITS, type Document } from '@lintas/contract/documents';
import {
  type Upload,
  type UploadDescription,
  type UploadManager,
  UploadEvent,
  type UploadState,
} from '@lintas/sdk/upload';
import { Outbox } from '../../src/document-uploader/outbox.ts';
import type { OutboxEffects } from '../../src/document-uploader/outbox-effects.ts';
import type { OutboxNews } from '../../src/document-uploader/upload-news.ts';
import { refusedReplacement } from './refused-replacement.ts';
import { document, upload } from './screens.ts';

type Steps = readonly (readonly [state: UploadState, sent: number])[];

/** A queue that the test moves itself. */
class Queue extends EventTarget implements UploadManager {
  readonly uploads: readonly Upload[] = [];
  readonly progress = { bytes: 0, sent: 0, secondsLeft: undefined };
  remember = false;
  readonly announced: UploadDescription[] = [];
  readonly #upload: Upload;

  constructor(only: Upload) {
    super();
    this.#upload = only;
  }

  add(_: Blob, description: UploadDescription): Upload {
    this.announced.push(description);
    return this.#upload;
  }
  pause(): void {}
  resume(): void {}
  use(): void {}
  close(): void {}
  forget(): Promise<void> {
    return Promise.resolve();
  }
  resumeRemembered(): Promise<readonly Upload[]> {
    return Promise.resolve([]);
  }
}

/** Files are as they should be, and nobody listens. */
const EFFECTS: Omit<OutboxEffects, 'openManager'> = {
  loadSending: () =>
    Promise.resolve({
      findHandedIn: () => Promise.resolve(undefined),
      findSameFile: () => Promise.resolve(undefined),
      prepareFile: (file) =>
        Promise.resolve({ file, mediaType: 'image/jpeg', changes: [], warnings: [], problems: [] }),
      sendableName: (name) => name,
    }),
  withdraw: () => Promise.resolve(),
  limitsOf: () => DEFAULT_LIMITS,
  documents: () => [],
  onChange: () => {},
  onNews: () => {},
  onActivity: () => {},
  onTakingBack: () => {},
  onListMoved: () => {},
};

/** What was chosen for a place where a document was left unfinished, and what became of that document. */
async function chooseOver(
  unfinished: Document,
  documentId: string,
): Promise<{ readonly announced: UploadDescription[]; readonly withdrawn: string[] }> {
  const known: { documentId?: string } = {};
  const only: Upload = Object.defineProperties(upload(), { documentId: { get: () => known.documentId } });
  const queue = new Queue(only);
  const withdrawn: string[] = [];
  const outbox = new Outbox({
    ...EFFECTS,
    openManager: () => Promise.resolve(queue),
    withdraw: (id) => {
      withdrawn.push(id);
      return Promise.resolve();
    },
    documents: () => [unfinished, document({ id: 'better', state: 'needs_better_copy' })],
  });
  await outbox.choose(new File(['x'], 'a.jpg'), { kind: 'other', side: 'whole', replaces: unfinished.id });
  assert.deepEqual(withdrawn, [], 'taken back before it is known whether it is the same file');
  known.documentId = documentId;
  queue.dispatchEvent(new UploadEvent('progress', only));
  queue.dispatchEvent(new UploadEvent('progress', only));
  return { announced: queue.announced, withdrawn };
}

/** Lets an upload go through steps; answers what was told. */
async function tell(steps: Steps): Promise<string[]> {
  let now: Steps[number] = ['queued', 0];
  const only: Upload = Object.defineProperties(upload({ bytes: 100, documentId: 'd1' }), {
    state: { get: () => now[0] },
    sent: { get: () => now[1] },
  });
  const queue = new Queue(only);
  const news: OutboxNews[] = [];
  const outbox = new Outbox({
    ...EFFECTS,
    openManager: () => Promise.resolve(queue),
    onNews: (told) => news.push(told),
  });
  await outbox.choose(new File(['x'], 'a.jpg'), { kind: 'other', side: 'whole' });
  for (const step of steps) {
    now = step;
    queue.dispatchEvent(new UploadEvent('progress', only));
  }
  return news.map((told) => (told.kind === 'percent' ? `${told.percent} %` : told.kind));
}

test('start, quarters and end are told once each', async () => {
  const steps: Steps = [0, 10, 25, 26, 60, 61, 80, 99].map((sent) => ['sending', sent] as const);
  assert.deepEqual(await tell([...steps, ['sent', 100], ['sent', 100]]), [
    'started',
    '25 %',
    '50 %',
    '75 %',
    'ended',
  ]);
});

test('nothing is told twice when a connection is cut and bytes go a second time', async () => {
  const steps: Steps = [
    ['sending', 0],
    ['sending', 55],
    ['waiting', 30],
    ['sending', 30],
    ['sending', 52],
    ['sending', 80],
    ['sent', 100],
  ];
  assert.deepEqual(await tell(steps), ['started', '50 %', '75 %', 'ended']);
});

test('a failure is told each time that somebody has tried', async () => {
  assert.deepEqual(
    await tell([
      ['sending', 0],
      ['failed', 0],
      ['sending', 0],
      ['failed', 0],
    ]),
    ['started', 'stuck', 'stuck'],
  );
});

const unfinished = document({ id: 'unfinished', kind: 'other', state: 'uploading', replaces: 'better' });

test('the file that was interrupted goes on as the same document when it is chosen again', async () => {
  const { announced, withdrawn } = await chooseOver(unfinished, 'unfinished');
  assert.deepEqual(withdrawn, []);
  // As the unfinished one was: only then is it the same for the API.
  assert.deepEqual(
    announced.map(({ replaces }) => replaces),
    ['better'],
  );
});

test('another file in the place of an interrupted one takes that one back', async () => {
  const { withdrawn } = await chooseOver(unfinished, 'new');
  assert.deepEqual(withdrawn, ['unfinished']);
});

/** What was announced, and how often the list was read again, where what a file was to replace has changed meanwhile. */
async function chooseOverChanged(code: string) {
  const now: { state: UploadState } = { state: 'queued' };
  const only: Upload = Object.defineProperties(upload({ error: refusedReplacement(code) }), {
    state: { get: () => now.state },
  });
  const queue = new Queue(only);
  let readAgain = 0;
  const outbox = new Outbox({
    ...EFFECTS,
    openManager: () => Promise.resolve(queue),
    onListMoved: () => (readAgain += 1),
  });
  await outbox.choose(new File(['x'], 'a.jpg'), { kind: 'other', side: 'whole', replaces: 'before' });
  now.state = 'failed';
  queue.dispatchEvent(new UploadEvent('change', only));
  // Everything that it takes to send is there at once.
  await setImmediate();
  return { replaced: queue.announced.map(({ replaces }) => replaces), readAgain };
}

test('a file whose predecessor is gone is sent as any other', async () => {
  assert.deepEqual((await chooseOverChanged('unknown_document')).replaced, ['before', undefined]);
});

test('a file whose predecessor was accepted meanwhile is not sent, and the list is read again', async () => {
  assert.deepEqual(await chooseOverChanged('document_in_use'), { replaced: ['before'], readAgain: 1 });
});

test('what an earlier page has left is on the screen once, also when its person taps twice', async () => {
  const only = upload({ bytes: 100, documentId: 'd1' });
  const kept = [only];
  const queue = Object.assign(new Queue(only), {
    resumeRemembered: () => Promise.resolve(kept.splice(0)),
  });
  const outbox = new Outbox({ ...EFFECTS, openManager: () => Promise.resolve(queue) });
  await Promise.all([outbox.goOn(), outbox.goOn()]);
  assert.equal(outbox.files.length, 1);
  assert.equal(outbox.goneOn, 'yes', 'it says that nothing was kept, beside what goes on');
  await outbox.goOn();
  assert.equal(outbox.goneOn, 'nothing-kept', 'what has ended can be asked for again');
});
