// Where a HEIC holds the place and the camera is found in one way, on the device and on the server.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { isMetadata, readBoxes, readItems } from '@lintas/contract/documents/heif';

const FILE_BYTES = 1000;

const number = (value: number, length: number): number[] =>
  Array.from({ length }, (_, index) => Math.floor(value / 256 ** (length - 1 - index)) % 256);
const text = (value: string): number[] => [...Buffer.from(value, 'latin1')];
const box = (type: string, ...content: readonly number[][]): number[] => {
  const bytes = content.flat();
  return [...number(8 + bytes.length, 4), ...text(type), ...bytes];
};

const info = (id: number, type: string): number[] =>
  box('infe', number(0x02000000, 4), number(id, 2), number(0, 2), text(`${type}\0`));
const infos = (...entries: readonly number[][]): number[] =>
  box('iinf', number(0, 4), number(entries.length, 2), ...entries);

interface Located {
  readonly id: number;
  /** 1: within the table, as phones do with what puts tiles together. */
  readonly method?: number;
  readonly extents: readonly (readonly [offset: number, length: number])[];
}

/** Version 1, with four bytes for each offset and length. */
const locations = (...items: readonly Located[]): number[] =>
  box(
    'iloc',
    number(0x01000000, 4),
    number(0x4400, 2),
    number(items.length, 2),
    ...items.map(({ id, method = 0, extents }) => [
      ...[...number(id, 2), ...number(method, 2), ...number(0, 2), ...number(extents.length, 2)],
      ...extents.flatMap(([offset, length]) => [...number(offset, 4), ...number(length, 4)]),
    ]),
  );

const read = (...boxes: readonly number[][]) =>
  readItems(Uint8Array.from([...number(0, 4), ...boxes.flat()]), FILE_BYTES);

describe('the items of a HEIC', () => {
  test('are told with their places, and which of them are no picture', () => {
    const items = read(
      infos(info(1, 'hvc1'), info(2, 'Exif'), info(3, 'mime')),
      locations(
        { id: 1, extents: [[100, 50]] },
        { id: 2, extents: [[150, 10]] },
        {
          id: 3,
          extents: [
            [200, 5],
            [300, 5],
          ],
        },
      ),
    );
    assert.deepEqual(items, [
      { type: 'hvc1', extents: [{ start: 100, end: 150 }] },
      { type: 'Exif', extents: [{ start: 150, end: 160 }] },
      {
        type: 'mime',
        extents: [
          { start: 200, end: 205 },
          { start: 300, end: 305 },
        ],
      },
    ]);
    assert.deepEqual(items?.map(isMetadata), [false, true, true]);
  });

  test('without a length go on to the end of the file', () => {
    const items = read(infos(info(2, 'Exif')), locations({ id: 2, extents: [[150, 0]] }));
    assert.deepEqual(items, [{ type: 'Exif', extents: [{ start: 150, end: FILE_BYTES }] }]);
  });

  test('that are elsewhere, or nowhere, do not hide where the others are', () => {
    const items = read(
      infos(info(1, 'grid'), info(2, 'Exif'), info(3, 'mime')),
      locations({ id: 1, method: 1, extents: [[0, 8]] }, { id: 2, extents: [[150, 10]] }),
    );
    assert.deepEqual(items, [
      { type: 'grid', extents: undefined },
      { type: 'Exif', extents: [{ start: 150, end: 160 }] },
      { type: 'mime', extents: undefined },
    ]);
  });

  test('are not told where a small table lists the whole file over and over', () => {
    const extents = Array.from({ length: 3 }, () => [0, FILE_BYTES] as const);
    assert.equal(read(infos(info(1, 'hvc1')), locations({ id: 1, extents })), undefined);
    const free = [...number(0x01000000, 4), ...number(0, 2), ...number(0xffff, 2), ...number(0, 6)];
    assert.equal(read(infos(), box('iloc', free, number(0xffff, 2))), undefined);
  });

  test('are not told where the table breaks off', () => {
    const table = locations({ id: 1, extents: [[100, 50]] });
    assert.equal(read(infos(info(1, 'hvc1')), box('iloc', table.slice(8, -1))), undefined);
    assert.equal(read(infos(info(1, 'hvc1'))), undefined);
  });
});

test('a box may have a long length, or go on to the end', () => {
  const long = [...number(1, 4), ...text('meta'), ...number(20, 8), ...number(7, 4)];
  const last = [...number(0, 4), ...text('mdat'), ...number(7, 4)];
  assert.deepEqual(readBoxes(Uint8Array.from([...long, ...last]), 0, 32), [
    { type: 'meta', start: 0, from: 16, end: 20 },
    { type: 'mdat', start: 20, from: 28, end: 32 },
  ]);
});

test('no table stops whoever reads it', () => {
  const table = [
    ...infos(info(1, 'hvc1'), info(2, 'Exif')),
    ...locations({ id: 1, extents: [[100, 50]] }, { id: 2, extents: [[150, 10]] }),
  ];
  const change = fc.tuple(fc.nat(table.length - 1), fc.integer({ min: 0, max: 255 }));
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 10 }), (changes) => {
      const bytes = [...table];
      for (const [at, value] of changes) bytes[at] = value;
      for (const { extents } of read(bytes) ?? []) {
        for (const { start, end } of extents ?? []) assert.ok(start <= end);
      }
    }),
  );
});
