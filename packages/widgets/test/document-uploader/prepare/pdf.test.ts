// How many pages a PDF has, and whether it is locked, is known before anything is sent, from a few pieces of the file.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { openFile, type ByteSource } from '../../../src/document-uploader/prepare/byte-source.ts';
import { readPdf } from '../../../src/document-uploader/prepare/pdf/read-pdf.ts';
import { join } from './laden-pictures.ts';

async function makeDocument(pages: number): Promise<PDFDocument> {
  const document = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) document.addPage([200, 300]).drawText(`Page ${page}`);
  return document;
}

const read = (bytes: Uint8Array): ReturnType<typeof readPdf> =>
  readPdf(openFile(new Blob([Uint8Array.from(bytes)])));

for (const [form, useObjectStreams] of [
  ['with tables in plain text', false],
  ['with packed objects', true],
] as const) {
  describe(`a PDF ${form}`, () => {
    test('has its pages counted', async () => {
      for (const pages of [1, 2, 13, 200]) {
        const bytes = await (await makeDocument(pages)).save({ useObjectStreams });
        assert.deepEqual(await read(bytes), { complete: true, encrypted: false, pages });
      }
    });

    test('that is locked is known to be', async () => {
      const document = await makeDocument(2);
      document.encrypt({ userPassword: 'secret', ownerPassword: 'secret' });
      const facts = await read(await document.save({ useObjectStreams }));
      assert.equal(facts.encrypted, true);
    });

    test('that breaks off is known to, and its pages are not guessed', async () => {
      const bytes = await (await makeDocument(3)).save({ useObjectStreams });
      const facts = await read(bytes.subarray(0, bytes.length - 40));
      assert.deepEqual(facts, { complete: false, encrypted: false, pages: undefined });
    });

    test('never stops the page, however its bytes are', async () => {
      const bytes = await (await makeDocument(3)).save({ useObjectStreams });
      const change = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 }));
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 30 }), async (changes) => {
          const changed = Uint8Array.from(bytes);
          for (const [at, value] of changes) changed[at] = value;
          const { pages } = await read(changed);
          assert.ok(pages === undefined || pages > 0);
        }),
        { numRuns: 500 },
      );
    });
  });
}

describe('a PDF that was changed after it was made', () => {
  test('has the pages of its newest state', async () => {
    const bytes = await (await makeDocument(2)).save({ useObjectStreams: false });
    const document = await PDFDocument.load(bytes, { forIncrementalUpdate: true });
    document.addPage();
    const changed = await document.save({ useObjectStreams: false });
    assert.ok(Buffer.from(changed).subarray(0, bytes.length).equals(Buffer.from(bytes)));
    assert.equal((await read(changed)).pages, 3);
  });
});

describe('a large PDF', () => {
  test('is read in a few small pieces', async () => {
    const bytes = await (await makeDocument(5)).save({ useObjectStreams: true });
    const document = await PDFDocument.load(bytes);
    await document.attach(
      new Uint8Array(20 * 1024 * 1024).map((_, at) => (at * 31) ^ (at >> 8)),
      'large.bin',
    );
    const large = await document.save({ useObjectStreams: true });
    const source = openFile(new Blob([Uint8Array.from(large)]));
    let total = 0;
    const counted: ByteSource = {
      size: source.size,
      read: (start, length) => {
        total += length;
        return source.read(start, length);
      },
    };
    assert.deepEqual(await readPdf(counted), { complete: true, encrypted: false, pages: 5 });
    assert.ok(total < 256 * 1024, `${total} bytes were read`);
  });
});

describe('a hostile PDF', () => {
  /** A file whose cross-reference is a stream of zeros that unpacks to a hundred times what is allowed. */
  const bomb = (): Uint8Array => {
    const packed = deflateSync(new Uint8Array((800 * 1024 * 1024) / 8));
    const dictionary = `<</Type/XRef/Size 9/W[1 2 1]/Root 1 0 R/Filter/FlateDecode/Length ${packed.length}>>`;
    return join(
      '%PDF-1.7\n',
      `9 0 obj${dictionary}stream\n`,
      packed,
      '\nendstream endobj\nstartxref\n9\n%%EOF',
    );
  };

  test('that unpacks to more than there is room for is given up', async () => {
    assert.deepEqual(await read(bomb()), { complete: true, encrypted: false, pages: undefined });
  });

  /** A file whose catalogue is said to be in a packed stream of objects that begins so. */
  const packed = (head: string, count: number): Uint8Array => {
    const objects = deflateSync(head);
    const holder = `5 0 obj<</Type/ObjStm/N ${count}/First ${head.length}/Filter/FlateDecode/Length ${objects.length}>>stream\n`;
    const start = '%PDF-1.5\n'.length;
    const table = start + holder.length + objects.length;
    const row = (kind: number, place: number): number[] => [kind, place >> 8, place & 255];
    const rows = Uint8Array.from(
      [row(0, 0), row(2, 5), ...[2, 3, 4].map(() => row(0, 0)), row(1, start)].flat(),
    );
    return join(
      '%PDF-1.5\n',
      holder,
      objects,
      `6 0 obj<</Type/XRef/W[1 2 0]/Size 6/Root 1 0 R/Length ${rows.length}>>stream\n`,
      rows,
      `\nstartxref\n${table}\n%%EOF`,
    );
  };

  test('whose packed objects begin with nothing but digits does not keep the page waiting', async () => {
    const started = performance.now();
    assert.equal((await read(packed('1'.repeat(200_000), 1))).pages, undefined);
    // Half a minute and more when each digit is a new beginning, some hundredths of a second when none is.
    assert.ok(performance.now() - started < 10_000, `${performance.now() - started} ms`);
  });

  test('whose packed objects are said to be without number is left after as many as a real file has', async () => {
    const started = performance.now();
    assert.equal((await read(packed('2 0 '.repeat(2_000_000), 2_000_000))).pages, undefined);
    assert.ok(performance.now() - started < 10_000, `${performance.now() - started} ms`);
  });

  test('whose tables lead in a circle or ever deeper comes to an end', async () => {
    const circle = '%PDF-1.4\nxref\n0 0\ntrailer <</Prev 9/XRefStm 9/Root 1 0 R>>\nstartxref\n9\n%%EOF';
    assert.equal((await read(join(circle))).pages, undefined);
    const deep = `%PDF-1.4\nxref\n0 0\ntrailer ${'<</A'.repeat(5000)}\nstartxref\n9\n%%EOF`;
    assert.equal((await read(join(deep))).pages, undefined);
  });

  test('that hides its lock in an odd spelling is still locked', async () => {
    const odd =
      '%PDF-1.4\nxref\n0 0\ntrailer <</Root 1 0 R/Encr#79pt 2 0 R/ID[(a\\)(b))<00>]>>\nstartxref\n9\n%%EOF';
    assert.equal((await read(join(odd))).encrypted, true);
  });
});
