// Each quarter of a file is told once, however the network behaves, and its end once.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '@lintas/contract/documents';
import { type Upload, type UploadManager, UploadEvent, type UploadState } from '@lintas/sdk/upload';
import { Outbox, type OutboxNews } from '../../src/document-uploader/outbox.ts';
import { upload } from './screens.ts';

type Steps = readonly (readonly [state: UploadState, sent: number])[];

/** A queue that the test moves itself. */
class Queue extends EventTarget implements UploadManager {
  readonly uploads: readonly Upload[] = [];
  readonly progress = { bytes: 0, sent: 0, secondsLeft: undefined };
  remember = false;
  readonly #upload: Upload;

  constructor(only: Upload) {
    super();
    this.#upload = only;
  }

  add(): Upload {
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
    loadSending: () =>
      Promise.resolve({
        findSameFile: () => Promise.resolve(undefined),
        nameFor: (name) => name,
        prepareFile: (file) =>
          Promise.resolve({ file, mediaType: 'image/jpeg', changes: [], warnings: [], problems: [] }),
      }),
    openManager: () => Promise.resolve(queue),
    withdraw: () => Promise.resolve(),
    limitsOf: () => DEFAULT_LIMITS,
    findDocument: () => undefined,
    onChange: () => {},
    onNews: (told) => news.push(told),
    onActivity: () => {},
    onArrived: () => {},
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
