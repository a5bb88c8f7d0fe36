// What there is in the place of each paper, and what is still needed.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Document, DocumentList } from '@lintas/contract/documents';
import type { Upload } from '@lintas/sdk/upload';
import type { ChosenFile } from '../../src/document-uploader/chosen-file.ts';
import { countNeeded, papersOf, spread, type Paper, type Place } from '../../src/document-uploader/papers.ts';
import { document, requirement, upload } from './screens.ts';

const card = requirement({ id: 'card', sides: 2, documentKind: 'unhcr_card' });
const list = (...data: readonly Document[]): DocumentList => ({
  data: [...data],
  page: { next: null },
  requirements: [requirement(), card],
});
const ids = (documents: readonly Document[]): readonly string[] => documents.map(({ id }) => id);

test('a card needs both sides, or one file with the whole of it', () => {
  const complete = (...sides: readonly Document['side'][]): boolean | undefined =>
    papersOf(list(...sides.map((side) => document({ id: side, requirementId: 'card', side }))), [])[1]
      ?.complete;
  assert.equal(complete('front'), false);
  assert.equal(complete('front', 'back'), true);
  assert.equal(complete('whole'), true);
});

test('what is asked for once more is not there, what is being checked is', () => {
  const needed = (state: string) => countNeeded(papersOf(list(document({ state })), []));
  assert.deepEqual(needed('scanning'), { complete: 1, of: 2 });
  assert.deepEqual(needed('needs_better_copy'), { complete: 0, of: 2 });
  assert.deepEqual(needed('something-new'), { complete: 0, of: 2 });
});

test('a paper that only some people need is not counted among those that everybody needs', () => {
  const conditions = { en: { text: 'If you have a sponsor', reviewed: 'peer' as const } };
  const letter = requirement({ id: 'letter', conditions });
  const papers = papersOf({ ...list(), requirements: [requirement(), letter] }, []);
  assert.deepEqual(countNeeded(papers), { complete: 0, of: 1 });
});

test('a file that was given up is not there, and is told of until one is on its way again', () => {
  const gone = document({ state: 'expired' });
  const placeOf = (files: readonly ChosenFile[]): Place | undefined =>
    papersOf(list(gone), files)[0]?.places[0];
  assert.deepEqual(countNeeded(papersOf(list(gone), [])), { complete: 0, of: 2 });
  assert.deepEqual(placeOf([])?.documents, []);
  assert.equal(placeOf([])?.isGivenUp, true);
  const again: ChosenFile = {
    id: 1,
    target: { requirementId: 'passport', kind: 'passport', side: 'whole' },
    stage: { kind: 'preparing' },
  };
  assert.equal(placeOf([again])?.isGivenUp, false);
  const [, cards] = papersOf(list(document({ state: 'expired', requirementId: 'card', side: 'back' })), []);
  assert.deepEqual(
    cards?.places.map(({ isGivenUp }) => isGivenUp),
    [false, true],
  );
  const elsewhere = papersOf(list(document({ state: 'expired', requirementId: undefined })), []);
  assert.equal(elsewhere.at(-1)?.places[0]?.isGivenUp, true);
});

test('files go to the places of a paper: one to one, two to both sides of a card, any number where several fit', () => {
  const [passport, cards] = papersOf(list(), []);
  const [whole] = passport?.places ?? [];
  const [letter, pages] = papersOf(
    { ...list(), requirements: [requirement({ maxPages: 9 }), requirement({ maxPages: 9, sides: 2 })] },
    [],
  );
  const placed = (paper: Paper | undefined, place: Place | undefined, names: string, replaced?: string) =>
    paper && place
      ? spread([...names], paper, place, replaced).map(({ file, place: { side }, replaces }) => [
          file,
          side,
          replaces,
        ])
      : [];
  assert.deepEqual(placed(passport, whole, 'ab'), [['a', 'whole', undefined]]);
  assert.deepEqual(placed(cards, cards?.places[1], 'ab'), [
    ['a', 'front', undefined],
    ['b', 'back', undefined],
  ]);
  assert.deepEqual(placed(cards, cards?.places[1], 'a'), [['a', 'back', undefined]]);
  assert.deepEqual(placed(pages, pages?.places[0], 'abc'), [
    ['a', 'front', undefined],
    ['b', 'back', undefined],
    ['c', 'front', undefined],
  ]);
  assert.deepEqual(placed(letter, letter?.places[0], 'ab', 'old'), [
    ['a', 'whole', 'old'],
    ['b', 'whole', undefined],
  ]);
});

test('a card whose one side is there takes one file more', () => {
  const [, paper] = papersOf(list(document({ requirementId: 'card', side: 'front' })), []);
  const back = paper?.places[1];
  assert.deepEqual(
    paper && back && spread(['a', 'b'], paper, back, undefined).map(({ place }) => place.side),
    ['back'],
  );
});

test('a document leaves the screen when another takes its place, and when it was taken back', () => {
  const first = document({ id: 'first', state: 'needs_better_copy' });
  const shown = (...data: readonly Document[]) =>
    papersOf(list(...data), [])[0]?.places.flatMap(({ documents }) => ids(documents));
  assert.deepEqual(shown(first), ['first']);
  assert.deepEqual(shown(first, document({ id: 'second', replaces: 'first', state: 'scanning' })), [
    'second',
  ]);
  assert.deepEqual(shown(first, document({ id: 'second', replaces: 'first', state: 'uploading' })), [
    'first',
    'second',
  ]);
  assert.deepEqual(shown(document({ state: 'withdrawn' })), []);
});

test('a document that was accepted meanwhile stays, and one whose successor could not be sent as well', () => {
  const shownBeside = (state: string, file: Upload['state'], ...others: readonly Document[]) => {
    const files: readonly ChosenFile[] = [
      {
        id: 1,
        target: { requirementId: 'passport', kind: 'passport', side: 'whole', replaces: 'first' },
        stage: { kind: 'sending', upload: upload({ state: file }) },
      },
    ];
    const [paper] = papersOf(list(document({ id: 'first', state }), ...others), files);
    return paper?.places.flatMap(({ documents }) => ids(documents));
  };
  assert.deepEqual(shownBeside('received', 'sending'), []);
  assert.deepEqual(shownBeside('accepted', 'sending'), ['first']);
  assert.deepEqual(shownBeside('needs_better_copy', 'failed'), ['first']);
  const second = document({ id: 'second', replaces: 'first', state: 'received' });
  assert.deepEqual(shownBeside('accepted', 'failed', second), ['first', 'second']);
});

test('a file on its way stands where its document will stand, once', () => {
  const file: ChosenFile = {
    id: 1,
    target: { requirementId: 'passport', kind: 'passport', side: 'whole' },
    stage: { kind: 'sending', upload: upload({ documentId: 'd1' }) },
  };
  const [paper] = papersOf(list(document({ state: 'uploading' })), [file]);
  assert.deepEqual(
    paper?.places.map(({ documents, files }) => [documents.length, files.length]),
    [[0, 1]],
  );
});

test('what belongs to no paper that is known is shown at the end', () => {
  const papers = papersOf(list(document({ id: 'free', requirementId: 'gone' })), []);
  assert.deepEqual(ids(papers.at(-1)?.places[0]?.documents ?? []), ['free']);
});
