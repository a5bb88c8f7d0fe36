// A picture that is sent says nothing but what it shows: not where it was taken, by whom, when, or with what.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { openFile } from '../../../src/document-uploader/prepare/byte-source.ts';
import { joinPieces, type Picture } from '../../../src/document-uploader/prepare/pictures/picture.ts';
import { pictureReader } from '../../../src/document-uploader/prepare/pictures/read-picture.ts';
import { loadJpeg, loadPng, loadWebp, SECRET } from './laden-pictures.ts';

const SIZE = { width: 61, height: 47 };

/** Something that no two pixels of are alike, so that a turned or shifted picture is another one. */
function paint(channels: 1 | 3 | 4 = 3): Sharp {
  const data = Uint8Array.from({ length: SIZE.width * SIZE.height * channels }, (_, at) => (at * 7919) % 251);
  return sharp(data, { raw: { ...SIZE, channels } });
}

async function strip(
  bytes: Uint8Array<ArrayBuffer>,
  mediaType: string,
): Promise<{ picture: Picture; bytes: Uint8Array<ArrayBuffer> }> {
  const file = new Blob([bytes]);
  const picture = await pictureReader(mediaType)?.(openFile(file));
  assert.ok(picture, 'The picture was not understood.');
  const joined = joinPieces(file, picture, mediaType);
  return { picture, bytes: new Uint8Array(await joined.arrayBuffer()) };
}

/** The pixels as they are seen, upright. */
async function see(bytes: Uint8Array): Promise<{ data: Buffer; info: unknown }> {
  const { data, info } = await sharp(bytes, { failOn: 'none' })
    .autoOrient()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, info };
}

const holds = (bytes: Uint8Array, text: string): boolean => Buffer.from(bytes).includes(text);

interface Sample {
  readonly name: string;
  readonly mediaType: string;
  readonly make: () => Promise<Uint8Array>;
  readonly load: (bytes: Uint8Array, orientation?: number) => Uint8Array<ArrayBuffer>;
}

const jpeg = { mediaType: 'image/jpeg', load: loadJpeg };
const png = { mediaType: 'image/png', load: loadPng };
const webp = {
  mediaType: 'image/webp',
  load: (bytes: Uint8Array, orientation?: number) => loadWebp(bytes, SIZE, orientation),
};
const SAMPLES: readonly Sample[] = [
  { ...jpeg, name: 'JPEG', make: () => paint().jpeg().toBuffer() },
  { ...jpeg, name: 'progressive JPEG', make: () => paint().jpeg({ progressive: true }).toBuffer() },
  { ...jpeg, name: 'grey JPEG', make: () => paint(1).jpeg().toBuffer() },
  { ...jpeg, name: 'JPEG for print', make: () => paint().toColourspace('cmyk').jpeg().toBuffer() },
  { ...png, name: 'PNG', make: () => paint().png().toBuffer() },
  { ...png, name: 'PNG with transparency', make: () => paint(4).png().toBuffer() },
  { ...png, name: 'PNG with a palette', make: () => paint().png({ palette: true }).toBuffer() },
  { ...webp, name: 'WebP', make: () => paint().webp().toBuffer() },
  { ...webp, name: 'lossless WebP', make: () => paint().webp({ lossless: true }).toBuffer() },
];

for (const { name, mediaType, make, load } of SAMPLES) {
  describe(name, () => {
    test('loses everything that is not the picture, and no pixel', async () => {
      for (let orientation = 1; orientation <= 8; orientation += 1) {
        const laden = load(await make(), orientation);
        assert.ok(holds(laden, SECRET));
        const { picture, bytes } = await strip(laden, mediaType);
        assert.equal(holds(bytes, SECRET), false);
        assert.equal(holds(bytes, 'GPS'), false);
        assert.deepEqual(picture.leavesOut, { location: true, details: true });
        assert.deepEqual(await see(bytes), await see(laden));
        const [width, height] = orientation >= 5 ? [SIZE.height, SIZE.width] : [SIZE.width, SIZE.height];
        assert.deepEqual(picture.pixels, { width, height });
      }
    });

    test('is left alone the second time', async () => {
      const once = await strip(load(await make(), 6), mediaType);
      const twice = await strip(once.bytes, mediaType);
      assert.deepEqual(twice.picture.leavesOut, { location: false, details: false });
      assert.deepEqual(twice.bytes, once.bytes);
    });

    test('that breaks off is known to, and is freed of what is left of everything else', async () => {
      const made = await make();
      const laden = load(made, 6);
      const read = pictureReader(mediaType);
      for (const share of [0.7, 0.9]) {
        const middle = made.subarray(made.length * share, made.length * share + 16);
        const file = new Blob([laden.subarray(0, Buffer.from(laden).indexOf(middle))]);
        const picture = await read?.(openFile(file));
        assert.equal(picture?.breaksOff, mediaType === 'image/webp' ? undefined : true);
        if (!picture) continue;
        const bytes = await joinPieces(file, picture, mediaType).arrayBuffer();
        assert.equal(holds(new Uint8Array(bytes), SECRET), false);
      }
      assert.equal(await read?.(openFile(new Blob([laden.subarray(0, 60)]))), undefined);
    });

    test('never stops the page, however its bytes are', async () => {
      const laden = load(await make(), 6);
      const change = fc.tuple(fc.nat(laden.length - 1), fc.integer({ min: 0, max: 255 }));
      await fc.assert(
        fc.asyncProperty(
          fc.array(change, { minLength: 1, maxLength: 20 }),
          fc.nat(laden.length),
          async (changes, cut) => {
            const bytes = laden.slice(0, cut);
            for (const [at, value] of changes) bytes[at] = value;
            await pictureReader(mediaType)?.(openFile(new Blob([bytes])));
          },
        ),
        { numRuns: 300 },
      );
    });
  });
}

describe('a colour profile', () => {
  for (const [format, mediaType] of [
    ['jpeg', 'image/jpeg'],
    ['png', 'image/png'],
    ['webp', 'image/webp'],
  ] as const) {
    test(`stays in a ${format}, and what a camera wrote beside it goes`, async () => {
      const exif = { IFD0: { Make: SECRET }, IFD3: { GPSLatitude: '6/1 12/1 3/1' } };
      const made = await paint().withIccProfile('p3').withExif(exif).toFormat(format).toBuffer();
      const { picture, bytes } = await strip(Uint8Array.from(made), mediaType);
      const [before, after] = [await sharp(made).metadata(), await sharp(bytes).metadata()];
      assert.ok(before.exif && before.icc);
      assert.deepEqual(after.icc, before.icc);
      assert.equal(after.exif, undefined);
      assert.deepEqual(picture.leavesOut, { location: true, details: true });
      assert.deepEqual(await see(bytes), await see(made));
    });
  }
});

/** The photo, with items in its table that do not say how long they are. Its table has three of 18 bytes each. */
function endless(photo: Uint8Array, items: readonly number[]): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(photo);
  const first = Buffer.from(bytes).indexOf('iloc') + 12;
  for (const item of items) bytes.fill(0, first + item * 18 + 14, first + item * 18 + 18);
  return bytes;
}

describe('a picture in an ISO container, such as HEIC', () => {
  // AVIF is the same container; only what is in it is packed in another way.
  const make = (): Promise<Buffer> =>
    paint()
      .withExif({ IFD0: { Make: SECRET }, IFD3: { GPSLatitude: '6/1 12/1 3/1' } })
      .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${SECRET}</x:xmpmeta>`)
      .avif({ lossless: true })
      .toBuffer();

  test('has its metadata overwritten in its place', async () => {
    const made = await make();
    assert.ok(holds(made, SECRET));
    const { picture, bytes } = await strip(Uint8Array.from(made), 'image/heic');
    assert.equal(holds(bytes, SECRET), false);
    assert.equal(bytes.length, made.length);
    assert.deepEqual(picture.leavesOut, { location: true, details: true });
    assert.deepEqual(picture.pixels, SIZE);
    assert.deepEqual(await see(bytes), await see(made));
    assert.deepEqual((await strip(bytes, 'image/heic')).picture.leavesOut, {
      location: false,
      details: false,
    });
  });

  test('as HEIC, made by another program (libheif 1.15), does too', async () => {
    const made = Uint8Array.from(await readFile(new URL('photo.heic', import.meta.url)));
    const { picture, bytes } = await strip(made, 'image/heic');
    assert.ok(holds(made, SECRET) && !holds(bytes, SECRET));
    assert.deepEqual(picture.leavesOut, { location: true, details: true });
    assert.deepEqual(picture.pixels, { width: 96, height: 64 });
    assert.equal(bytes.length, made.length);
  });

  test('has it overwritten also where the file does not say how long it is: up to the end of the file', async () => {
    const made = Uint8Array.from(await readFile(new URL('photo.heic', import.meta.url)));
    for (const items of [[1], [2], [1, 2]]) {
      const { picture, bytes } = await strip(endless(made, items), 'image/heic');
      assert.equal(holds(bytes, SECRET), false);
      assert.equal(bytes.length, made.length);
      assert.deepEqual(picture.leavesOut, { location: true, details: true });
      assert.equal(picture.keepsDetails, false);
    }
  });

  test('never stops the page, however its bytes are', async () => {
    const made = Uint8Array.from(await make());
    const change = fc.tuple(fc.nat(400), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 10 }),
        fc.nat(made.length),
        async (changes, cut) => {
          const bytes = made.slice(0, cut);
          for (const [at, value] of changes) bytes[at] = value;
          await pictureReader('image/heic')?.(openFile(new Blob([bytes])));
        },
      ),
      { numRuns: 500 },
    );
  });
});
