// People are warned of a picture that nobody could read, and left in peace with one that can be read. The pictures are
// made here: a page on a table, a white scan, and a card with a portrait, 2400 pixels wide with letters of 44 to 60
// pixels. Read by people, letters are legible up to a blur of about 4 pixels (sigma), and gone from 14 on.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import sharp, { type Sharp } from 'sharp';
import {
  judge,
  LOOK_SIDE,
  measure,
  toGrey,
  type Quality,
} from '../../../src/document-uploader/prepare/pixels/quality.ts';

const SIZE = { width: 2400, height: 1600 };

const svg = (content: string): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE.width}" height="${SIZE.height}">${content}</svg>`,
  );
const fill = (color: string): string => `<rect width="100%" height="100%" fill="${color}"/>`;
const lines = (count: number, size: number, x: number, y: number, step: number): string =>
  Array.from(
    { length: count },
    (_, line) =>
      `<text x="${x}" y="${y + line * step}" font-size="${size}" font-family="DejaVu Sans, sans-serif" fill="#333">PASSPORT NUMBER A1234567 REPUBLIC ${line}</text>`,
  ).join('');

const PAPERS: Readonly<Record<string, Buffer>> = {
  'a page on a table': svg(
    `${fill('#7a5a3a')}<rect x="100" y="80" width="2200" height="1440" fill="#e9e6df"/>${lines(16, 44, 160, 260, 81)}`,
  ),
  'a white scan': svg(`${fill('#fff')}${lines(16, 44, 160, 260, 81)}`),
  'a card with a portrait': svg(
    `<defs><linearGradient id="card"><stop stop-color="#b7c8d8"/><stop offset="1" stop-color="#d8c7b0"/></linearGradient>
     <radialGradient id="face"><stop stop-color="#c89878"/><stop offset="1" stop-color="#5a4030"/></radialGradient></defs>
     ${fill('#6b4a2c')}<rect x="200" y="200" rx="60" width="2000" height="1200" fill="url(#card)"/>
     <rect x="300" y="420" width="520" height="680" fill="#e8e8e4"/><ellipse cx="560" cy="720" rx="170" ry="230" fill="url(#face)"/>
     ${lines(6, 60, 900, 480, 130)}`,
  ),
};

async function look(picture: Sharp): Promise<Quality> {
  const drawn = sharp(await picture.png().toBuffer())
    .resize(LOOK_SIDE, LOOK_SIDE, { fit: 'inside' })
    .removeAlpha()
    .ensureAlpha();
  const { data, info } = await drawn.raw().toBuffer({ resolveWithObject: true });
  return measure(toGrey(new Uint8ClampedArray(data), info.width, info.height));
}

const lamp = (radius: number): Buffer =>
  svg(
    `<defs><radialGradient id="lamp"><stop stop-color="#fff"/><stop offset="0.7" stop-color="#fff"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient></defs>
     <circle cx="1300" cy="800" r="${radius}" fill="url(#lamp)"/>`,
  );

for (const [name, paper] of Object.entries(PAPERS)) {
  describe(name, () => {
    test('that is sharp, or a little soft, or rather dim, is left in peace', async () => {
      for (const picture of [
        sharp(paper),
        sharp(paper).blur(2),
        sharp(paper).blur(4),
        sharp(paper).linear(0.8, 0),
        sharp(paper).linear(0.5, 0),
      ]) {
        assert.deepEqual(judge(await look(picture)), []);
      }
    });

    test('that is blurred is noticed, with the noise of a phone on it or not', async () => {
      const noise = {
        ...SIZE,
        channels: 3 as const,
        noise: { type: 'gaussian' as const, mean: 128, sigma: 8 },
      };
      const grain = await sharp({ create: { ...noise, background: '#808080' } })
        .png()
        .toBuffer();
      for (const sigma of [14, 20, 30]) {
        const blurred = await sharp(paper).blur(sigma).png().toBuffer();
        assert.ok(judge(await look(sharp(blurred))).includes('blurred'), `${sigma}`);
        const noisy = sharp(blurred).composite([{ input: grain, blend: 'soft-light' }]);
        assert.ok(judge(await look(noisy)).includes('blurred'), `${sigma} with noise`);
      }
    });

    test('is far from the threshold when sharp, and far when blurred', async () => {
      const [sharpest, softest] = [await look(sharp(paper)), await look(sharp(paper).blur(20))];
      assert.ok(sharpest.sharpness > 10 * 0.02 && softest.sharpness < 0.02 / 1.5);
    });

    test('that is too dark is noticed', async () => {
      assert.deepEqual(judge(await look(sharp(paper).linear(0.2, 0))), ['too_dark']);
    });
  });
}

describe('a lamp that shines on the paper', () => {
  test('is noticed where it hides something, and not where it is a dot', async () => {
    for (const name of ['a page on a table', 'a card with a portrait']) {
      const paper = PAPERS[name];
      assert.ok(paper);
      assert.deepEqual(judge(await look(sharp(paper).composite([{ input: lamp(300) }]))), ['glare'], name);
      assert.deepEqual(judge(await look(sharp(paper).composite([{ input: lamp(60) }]))), [], name);
    }
  });

  test('is not seen in the white of a scan, or of a table', async () => {
    const table = svg(
      `${fill('#fff')}<rect x="200" y="200" width="2000" height="1200" fill="#c7b8a8"/>${lines(6, 60, 300, 480, 130)}`,
    );
    assert.deepEqual(judge(await look(sharp(table))), []);
    assert.deepEqual(judge(await look(sharp(PAPERS['a white scan']))), []);
  });
});

describe('a picture with nothing on it', () => {
  test('is not called blurred', async () => {
    assert.deepEqual(judge(await look(sharp(svg(fill('#f4f2ee'))))), []);
  });
});
