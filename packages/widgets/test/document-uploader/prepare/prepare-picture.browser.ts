// Photos in real browsers: what is sent shows exactly what was chosen, says nothing else, and is no larger than it has
// to be.

import { DEFAULT_LIMITS } from '@lintas/contract/documents';
import { prepareFile, type PreparedFile } from '../../../src/document-uploader/prepare/index.ts';
import { assert, assertEqual } from '../../core/assert.ts';
import { loadJpeg, loadPng, loadWebp, SECRET } from './laden-pictures.ts';

const COLORS = ['#d02020', '#20a020', '#2020d0', '#e0e020'];

/** Four fields of different colours with lines in them, so that a turned picture is another one, and a sharp one is sharp. */
function paint(width: number, height: number, options: { readonly noise?: boolean } = {}): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  assert(context, 'There is no canvas.');
  for (const [at, color] of COLORS.entries()) {
    context.fillStyle = color;
    context.fillRect((at % 2) * (width / 2), Math.floor(at / 2) * (height / 2), width / 2, height / 2);
  }
  context.fillStyle = '#000';
  for (let y = 0; y < height; y += height / 20) context.fillRect(0, y, width, height / 80);
  if (options.noise) addNoise(context, width, height);
  return canvas;
}

function addNoise(context: CanvasRenderingContext2D, width: number, height: number): void {
  const noise = new ImageData(width / 2, height / 2);
  for (let start = 0; start < noise.data.length; start += 65_536) {
    crypto.getRandomValues(
      new Uint8Array(noise.data.buffer, start, Math.min(65_536, noise.data.length - start)),
    );
  }
  for (let at = 3; at < noise.data.length; at += 4) noise.data[at] = 60;
  const small = new OffscreenCanvas(noise.width, noise.height);
  small.getContext('2d')?.putImageData(noise, 0, 0);
  context.drawImage(small, 0, 0, width, height);
}

async function encode(
  canvas: HTMLCanvasElement,
  type: string,
  quality = 0.95,
): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
  assert(blob, 'The canvas was not written.');
  return bytesOf(blob);
}

async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await blob.arrayBuffer());
}

async function pixelsOf(file: Blob): Promise<ImageData> {
  // Firefox decodes no picture that was put together from pieces.
  const bitmap = await createImageBitmap(new Blob([await bytesOf(file)]));
  const canvas = Object.assign(document.createElement('canvas'), {
    width: bitmap.width,
    height: bitmap.height,
  });
  const context = canvas.getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  const data = context?.getImageData(0, 0, canvas.width, canvas.height);
  assert(data, 'There is no canvas.');
  return data;
}

/** Which of the four colours is in each corner. */
async function cornersOf(file: Blob): Promise<readonly number[]> {
  const { data, width, height } = await pixelsOf(file);
  const known = COLORS.map((color) => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16)));
  return [0.25, 0.75].flatMap((y) =>
    [0.25, 0.75].map((x) => {
      // Between two lines.
      const row = Math.floor(height * y) + Math.floor(height / 40);
      const at = (row * width + Math.floor(width * x) + Math.floor(width / 40)) * 4;
      const distances = known.map((rgb) =>
        rgb.reduce((sum, value, channel) => sum + Math.abs(value - (data[at + channel] ?? 0)), 0),
      );
      return distances.indexOf(Math.min(...distances));
    }),
  );
}

const prepare = (bytes: BlobPart, limits = {}): Promise<PreparedFile> =>
  prepareFile(new Blob([bytes]), { ...DEFAULT_LIMITS, ...limits });

const size = { width: 160, height: 120 };
const samples = [
  { type: 'image/jpeg', load: loadJpeg },
  { type: 'image/png', load: loadPng },
  {
    type: 'image/webp',
    load: (bytes: Uint8Array, orientation?: number) => loadWebp(bytes, size, orientation),
  },
];

for (const { type, load } of samples) {
  describe(`a picture as ${type}`, () => {
    it('loses its place and its camera, and not one pixel', async () => {
      const encoded = await encode(paint(size.width, size.height), type);
      // Not every browser writes WebP.
      if (type === 'image/webp' && encoded[0] !== 0x52) return;
      for (const orientation of [1, 3, 6, 8]) {
        const laden = load(encoded, orientation);
        const prepared = await prepare(laden);
        assertEqual(prepared.problems, []);
        assertEqual(prepared.changes, ['location_removed', 'details_removed']);
        assertEqual(prepared.mediaType, type);
        const text = new TextDecoder('latin1').decode(await bytesOf(prepared.file));
        assert(!text.includes(SECRET) && !text.includes('GPS'), 'Something is left.');
        const [before, after] = [await pixelsOf(new Blob([laden])), await pixelsOf(prepared.file)];
        assertEqual([after.width, after.height], [before.width, before.height]);
        assert(
          before.data.every((value, at) => value === after.data[at]),
          'A pixel has changed.',
        );
      }
    });
  });
}

describe('a large photo', () => {
  // A test each: twelve million pixels are read, written and compared several times.
  for (const orientation of [1, 3, 6, 8]) {
    it(`is scaled down and stands upright, with the camera held in way ${orientation} of EXIF`, async () => {
      const encoded = await encode(paint(4000, 3000, { noise: true }), 'image/jpeg', 0.97);
      assert(encoded.length > 2 * 1024 * 1024, `The photo has only ${encoded.length} bytes.`);
      const laden = loadJpeg(encoded, orientation);
      const prepared = await prepare(laden);
      assertEqual(prepared.problems, []);
      assertEqual(prepared.changes, ['location_removed', 'details_removed', 'scaled_down']);
      const pixels = orientation >= 5 ? { width: 2250, height: 3000 } : { width: 3000, height: 2250 };
      assertEqual(prepared.pixels, pixels);
      assert(prepared.file.size < laden.length / 2, `It still has ${prepared.file.size} bytes.`);
      assertEqual(await cornersOf(prepared.file), await cornersOf(new Blob([laden])), 'corners');
      const { width, height } = await pixelsOf(prepared.file);
      assertEqual({ width, height }, pixels);
      assert(
        !new TextDecoder('latin1').decode(await bytesOf(prepared.file)).includes(SECRET),
        'Something is left.',
      );
    });
  }

  it('keeps the pixels that are asked for', async () => {
    const encoded = await encode(paint(4000, 3000, { noise: true }), 'image/jpeg', 0.97);
    assertEqual((await prepare(encoded, { minPixels: 2800 })).pixels, { width: 3734, height: 2800 });
    assertEqual((await prepare(encoded, { minPixels: 3000 })).changes.includes('scaled_down'), false);
  });

  it('is made smaller until it can be taken; where that does not help, it is too large', async () => {
    const encoded = await encode(paint(2000, 1500, { noise: true }), 'image/jpeg', 0.98);
    const limit = encoded.length / 2;
    const prepared = await prepare(encoded, { maxBytes: limit });
    assertEqual(prepared.problems, []);
    assert(prepared.file.size <= limit, `It has ${prepared.file.size} bytes.`);
    const hopeless = await prepare(encoded, { maxBytes: 1000 });
    assertEqual([hopeless.problems, hopeless.changes], [['too_large'], []]);
    assertEqual(hopeless.file.size, encoded.length);
  });

  it('stays as it is where a new file would not be smaller', async () => {
    const encoded = await encode(paint(4000, 3000, { noise: true }), 'image/jpeg', 0.2);
    const padded = loadJpeg(encoded);
    const prepared = await prepare(padded);
    assertEqual(prepared.changes, ['location_removed', 'details_removed']);
  });

  it('as PNG becomes a JPEG on white', async () => {
    const canvas = paint(3200, 2400, { noise: true });
    canvas.getContext('2d')?.clearRect(0, 0, 3200, 1200);
    const encoded = await encode(canvas, 'image/png');
    assert(encoded.length > 2 * 1024 * 1024, `The picture has only ${encoded.length} bytes.`);
    const prepared = await prepare(encoded);
    assertEqual(prepared.changes.slice(-2), ['scaled_down', 'turned_into_jpeg']);
    assertEqual([prepared.mediaType, prepared.file.type], ['image/jpeg', 'image/jpeg']);
    const { data } = await pixelsOf(prepared.file);
    assert(
      [0, 1, 2].every((channel) => (data[40_000 + channel] ?? 0) > 250),
      'It is not white.',
    );
  });
});

describe('the pictures of a person in a hurry', () => {
  it('are prepared one after the other, each with its own result', async () => {
    const all = await Promise.all(
      [600, 700, 800].map(async (width) => prepare(await encode(paint(width, 400), 'image/jpeg'))),
    );
    assertEqual(
      all.map(({ pixels }) => pixels?.width),
      [600, 700, 800],
    );
  });

  it('can be called off', async () => {
    const encoded = await encode(paint(800, 600), 'image/jpeg');
    const controller = new AbortController();
    const prepared = prepareFile(new Blob([encoded]), DEFAULT_LIMITS, controller.signal);
    controller.abort(new Error('changed my mind'));
    const said = await prepared.then(
      () => '',
      (error: unknown) => String(error),
    );
    assert(said.includes('changed my mind'), said);
    assertEqual((await prepare(encoded)).problems, []);
  });
});

describe('a photo that breaks off', () => {
  it('can be sent when the person says so', async () => {
    const encoded = await encode(paint(1600, 1200), 'image/jpeg');
    for (const share of [0.5, 0.9]) {
      const prepared = await prepare(encoded.subarray(0, encoded.length * share));
      assertEqual([prepared.problems, prepared.warnings.includes('breaks_off')], [[], true]);
    }
  });
});

describe('what can be seen of a picture', () => {
  it('is a small copy, upright', async () => {
    const { preview } = await prepare(loadJpeg(await encode(paint(1600, 1200), 'image/jpeg'), 6));
    assert(preview, 'There is no preview.');
    assertEqual([preview.width, preview.height], [240, 320]);
  });

  it('is warned of when it is blurred, and not when it is sharp', async () => {
    const sharp = paint(1600, 1200);
    assertEqual((await prepare(await encode(sharp, 'image/jpeg'))).warnings, []);
    const soft = Object.assign(document.createElement('canvas'), { width: 1600, height: 1200 });
    const tiny = Object.assign(document.createElement('canvas'), { width: 20, height: 15 });
    tiny.getContext('2d')?.drawImage(sharp, 0, 0, 20, 15);
    soft.getContext('2d')?.drawImage(tiny, 0, 0, 1600, 1200);
    assertEqual((await prepare(await encode(soft, 'image/jpeg'))).warnings, ['blurred']);
  });
});

describe('a HEIC photo', () => {
  const readPhoto = async (): Promise<Blob> =>
    new Blob([await (await fetch(new URL('photo.heic', import.meta.url))).arrayBuffer()]);
  let opens: boolean;
  before(async () => {
    opens = await createImageBitmap(await readPhoto()).then(
      () => true,
      () => false,
    );
  });

  it('becomes a JPEG where the browser can open it; else it is sent without its place where it is taken', async () => {
    const prepared = await prepareFile(await readPhoto(), DEFAULT_LIMITS);
    assertEqual([prepared.mediaType, prepared.problems], [opens ? 'image/jpeg' : 'image/heic', []]);
    assertEqual(prepared.changes, [
      'location_removed',
      'details_removed',
      ...(opens ? ['turned_into_jpeg'] : []),
    ]);
    assertEqual(prepared.pixels, { width: 96, height: 64 });
    assert(
      !new TextDecoder('latin1').decode(await bytesOf(prepared.file)).includes(SECRET),
      'Something is left.',
    );
  });

  it('is said to be one where it is not taken and cannot become another', async () => {
    const photo = await readPhoto();
    const onlyJpeg = await prepareFile(photo, { ...DEFAULT_LIMITS, accept: ['image/jpeg'] });
    assertEqual(onlyJpeg.problems, opens ? [] : ['heic_not_convertible']);
    const onlyPdf = await prepareFile(photo, { ...DEFAULT_LIMITS, accept: ['application/pdf'] });
    assertEqual(onlyPdf.problems, ['type_not_supported']);
  });
});

describe('a browser that answers pages with noise instead of pictures', () => {
  const original = OffscreenCanvasRenderingContext2D.prototype.getImageData;
  afterEach(() => void (OffscreenCanvasRenderingContext2D.prototype.getImageData = original));

  it('gets no photo spoilt: it is sent in its own size, without its place', async () => {
    OffscreenCanvasRenderingContext2D.prototype.getImageData = (_x, _y, width, height) => {
      const noise = new ImageData(width, height);
      noise.data.forEach((_, at) => (noise.data[at] = (at * 7919) % 256));
      return noise;
    };
    const encoded = await encode(paint(4000, 3000, { noise: true }), 'image/jpeg', 0.97);
    const prepared = await prepare(loadJpeg(encoded));
    assertEqual([prepared.changes, prepared.warnings], [['location_removed', 'details_removed'], []]);
    assertEqual(prepared.pixels, { width: 4000, height: 3000 });
  });
});
