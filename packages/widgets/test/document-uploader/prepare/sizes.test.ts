// A large photo is made as small as it may be and no smaller: people on slow connections wait less, and what has to be
// read can be read.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { MAX_PIXELS } from '@lintas/contract/documents/media-type';
import { planSizes } from '../../../src/document-uploader/prepare/pixels/sizes.ts';

const MIB = 1024 * 1024;

describe('the size of a photo that is sent', () => {
  test('is that of the photo where the file is small or the photo is', () => {
    assert.deepEqual(planSizes({ width: 4000, height: 3000 }, 2 * MIB, { maxBytes: 25 * MIB }), []);
    assert.deepEqual(planSizes({ width: 3000, height: 2000 }, 9 * MIB, { maxBytes: 25 * MIB }), []);
  });

  test('is 3000 pixels where both are large', () => {
    const sizes = planSizes({ width: 4000, height: 3000 }, 5 * MIB, { maxBytes: 25 * MIB });
    assert.deepEqual(sizes, [{ width: 3000, height: 2250 }]);
  });

  test('becomes less step by step only where the file would be too large to be taken', () => {
    const sizes = planSizes({ width: 3000, height: 4000 }, 5 * MIB, { maxBytes: MIB });
    assert.deepEqual(sizes, [
      { width: 2250, height: 3000 },
      { width: 1650, height: 2200 },
      { width: 1200, height: 1600 },
    ]);
  });

  test('is never below what is asked for, never above what there is, and keeps its shape', () => {
    const side = fc.integer({ min: 1, max: 20_000 });
    fc.assert(
      fc.property(
        side,
        side,
        fc.nat(30 * MIB),
        side,
        fc.nat(30 * MIB),
        (width, height, bytes, minPixels, maxBytes) => {
          for (const size of planSizes({ width, height }, bytes, { minPixels, maxBytes })) {
            const asked = Math.min(minPixels, width, height);
            assert.ok(Math.min(size.width, size.height) >= asked, 'below');
            assert.ok(size.width <= width && size.height <= height, 'above');
            const shape = Math.abs(size.width * height - size.height * width);
            assert.ok(shape <= Math.max(width, height), 'shape');
          }
        },
      ),
    );
  });

  test('is less than the server opens at most', () => {
    const sizes = planSizes({ width: 12_000, height: 9000 }, MIB, { maxBytes: 25 * MIB });
    assert.ok(sizes.length > 0 && sizes.every(({ width, height }) => width * height <= MAX_PIXELS));
  });
});
