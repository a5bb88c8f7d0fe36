// What is wrong with a file is said before it is sent; here, where no picture has to be opened for it.

import assert from 'node:assert/strict';
import { openAsBlob } from 'node:fs';
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { PDFDocument } from '@cantoo/pdf-lib';
import { DEFAULT_LIMITS, type FileLimits } from '@lintas/contract/documents';
import { digestOf } from '@lintas/sdk/documents';
import sharp, { type Sharp } from 'sharp';
import { findHandedIn, findSameFile, prepareFile } from '../../../src/document-uploader/prepare/index.ts';
import { document } from '../screens.ts';

async function makePdf(pages: number): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) document.addPage();
  return Uint8Array.from(await document.save());
}

const picture = (width: number, height: number): Sharp =>
  sharp({ create: { width, height, channels: 3, background: '#888' } });

async function problems(content: BlobPart, limits: Partial<FileLimits> = {}): Promise<readonly string[]> {
  return (await prepareFile(new Blob([content]), { ...DEFAULT_LIMITS, ...limits })).problems;
}

describe('a file that cannot be taken', () => {
  test('is empty', async () => assert.deepEqual(await problems(''), ['empty']));

  test('is of a type that nobody asked for, whatever it is called', async () => {
    const page = new File(['<html>'], 'passport.jpg', { type: 'image/jpeg' });
    const prepared = await prepareFile(page, DEFAULT_LIMITS);
    assert.deepEqual([prepared.mediaType, prepared.problems], ['text/html', ['type_not_supported']]);
    assert.deepEqual(await problems(await makePdf(1), { accept: ['image/jpeg'] }), ['type_not_supported']);
  });

  test('is too large, and no picture that could be made smaller', async () => {
    assert.deepEqual(await problems(await makePdf(1), { maxBytes: 100 }), ['too_large']);
  });

  test('has too many pages', async () => {
    assert.deepEqual(await problems(await makePdf(4), { maxPages: 3 }), ['too_many_pages']);
    assert.deepEqual(await problems(await makePdf(3), { maxPages: 3 }), []);
  });

  test('has too few pixels on its shorter side', async () => {
    const jpeg = Uint8Array.from(await picture(900, 590).jpeg().toBuffer());
    assert.deepEqual(await problems(jpeg, { minPixels: 600 }), ['too_small']);
  });

  test('breaks off before there is anything to see', async () => {
    const jpeg = Uint8Array.from(await picture(900, 590).jpeg().toBuffer());
    assert.deepEqual(await problems(jpeg.subarray(0, 200)), ['corrupt']);
    const pdf = await makePdf(2);
    assert.deepEqual(await problems(pdf.subarray(0, pdf.length - 20)), ['corrupt']);
  });
});

describe('a PDF that is fine', () => {
  test('is sent as it is, and its pages are said', async () => {
    const file = new Blob([await makePdf(3)]);
    const prepared = await prepareFile(file, DEFAULT_LIMITS);
    assert.equal(prepared.file, file);
    assert.deepEqual([prepared.pages, prepared.problems, prepared.changes], [3, [], []]);
  });
});

describe('a file on the device', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(joinPath(tmpdir(), 'lintas-'));
  });
  after(() => rm(folder, { recursive: true }));

  test('that was changed after it was chosen is said to be gone', async () => {
    const path = joinPath(folder, 'letter.pdf');
    await writeFile(path, await makePdf(1));
    const file = await openAsBlob(path);
    await appendFile(path, 'more');
    assert.deepEqual((await prepareFile(file, DEFAULT_LIMITS)).problems, ['not_there']);
  });

  test('that was chosen twice is found, and one that only looks alike is not', async () => {
    const bytes = new Uint8Array(3 * 1024 * 1024).fill(7);
    const other = bytes.slice();
    other[2_000_000] = 8;
    const chosen = [
      { name: 'front', file: new Blob([other]) },
      { name: 'back', file: new Blob([bytes]) },
    ];
    assert.equal((await findSameFile(new Blob([bytes]), chosen))?.name, 'back');
    assert.equal(await findSameFile(new Blob([bytes.subarray(1)]), chosen), undefined);
  });

  test('that was handed in before is found; one that only is as long, or of which the bytes never came, is not', async () => {
    const bytes = new Uint8Array(1000).fill(7);
    const file = new Blob([bytes]);
    const sha256 = await digestOf(file);
    const receivedAt = '2026-11-24T07:00:00Z';
    const other = document({ id: 'other', bytes: 1000, sha256: '0'.repeat(64), receivedAt });
    const given = document({ id: 'given', bytes: 1000, sha256, receivedAt, state: 'needs_better_copy' });
    const { receivedAt: _, ...unreceived } = given;
    assert.equal((await findHandedIn(file, [other, given]))?.id, 'given');
    assert.equal(await findHandedIn(file, [other, { ...unreceived, state: 'expired' }]), undefined);
    assert.equal(await findHandedIn(new Blob([bytes.subarray(1)]), [given]), undefined);
  });

  test('is not looked at any more when the person has changed their mind', async () => {
    const aborted = AbortSignal.abort(new Error('changed my mind'));
    await assert.rejects(
      prepareFile(new Blob([await makePdf(1)]), DEFAULT_LIMITS, aborted),
      /changed my mind/,
    );
  });
});
