// The list of documents is asked for until the case is closed and not after, and what is being taken back is not in it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentList } from '@lintas/contract/documents';
import { DocumentsStore, type DocumentsEffects } from '../../src/document-uploader/documents-store.ts';
import { document } from './screens.ts';

/** A store whose API answers with these documents, and how often it was asked. */
function openStore(...data: readonly [state: string, id: string][]) {
  const asked = { count: 0 };
  const list = (): Promise<DocumentList> => {
    asked.count += 1;
    const documents = data.map(([state, id]) => document({ id, state }));
    return Promise.resolve({ data: documents, page: { next: null }, requirements: [] });
  };
  const effects: DocumentsEffects = {
    documents: { list, withdraw: () => Promise.resolve() },
    onChange: () => {},
    onMoved: () => {},
  };
  return { store: new DocumentsStore(effects), asked };
}

test('nothing is read after the case is closed', async () => {
  const { store, asked } = openStore(['received', 'here']);
  await store.read();
  store.leave();
  await store.read();
  assert.equal(asked.count, 1);
  assert.equal(store.list, undefined);
});

test('what is being taken back is left out, also of what is read meanwhile, and the API tells how it ended', async () => {
  const { store, asked } = openStore(['received', 'here'], ['uploading', 'leaving']);
  const ids = () => store.list?.data.map(({ id }) => id);
  await store.read();
  let end = (): void => {};
  const left = store.leaveOut(
    'leaving',
    new Promise((_, reject) => (end = () => reject(new Error('offline')))),
  );
  assert.deepEqual(ids(), ['here']);
  await store.read();
  assert.deepEqual(ids(), ['here']);
  end();
  await left;
  assert.equal(asked.count, 3);
  // It is there still: to hide it would only put off that somebody finds it.
  assert.deepEqual(ids(), ['here', 'leaving']);
});
