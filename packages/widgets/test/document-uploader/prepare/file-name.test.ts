// A file that became another type is called as that type is, and whatever a file is called, it can be handed in.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CreateDocument } from '@lintas/contract/documents';
import fc from 'fast-check';
import { nameFor, sendableName } from '../../../src/document-uploader/prepare/file-name.ts';

describe('the name of a file that was turned into another type', () => {
  test('ends as the type does', () => {
    assert.equal(nameFor('IMG_0001.HEIC', 'image/jpeg'), 'IMG_0001.jpg');
    assert.equal(nameFor('scan.page.2.png', 'image/jpeg'), 'scan.page.2.jpg');
    assert.equal(nameFor('passport', 'image/jpeg'), 'passport.jpg');
  });

  test('stays where it is right', () => {
    assert.equal(nameFor('a.JPEG', 'image/jpeg'), 'a.JPEG');
    assert.equal(nameFor('a.heif', 'image/heic'), 'a.heif');
    assert.equal(nameFor('a.bin', 'application/octet-stream'), 'a.bin');
  });
});

describe('the name that is sent', () => {
  const accepts = (fileName: string | undefined): boolean =>
    CreateDocument.safeParse({
      kind: 'other',
      mediaType: 'image/jpeg',
      bytes: 1,
      ...(fileName !== undefined && { fileName }),
    }).success;

  test('is accepted, whatever the file is called and has become', () => {
    const unit = fc.oneof(fc.nat(0xffff), fc.constantFrom(0x0a, 0x202b, 0x202c, 0x2067, 0xd83d, 0xde00));
    const stem = fc.array(unit, { maxLength: 230 }).map((codes) => String.fromCharCode(...codes));
    const ending = fc.constantFrom('', '.jpg', '.HEIC', '.😀', '.pdf\u202c');
    const type = fc.constantFrom('image/jpeg', 'application/pdf', 'application/octet-stream');
    fc.assert(
      fc.property(stem, ending, type, (start, end, mediaType) =>
        assert.ok(accepts(sendableName(start + end, mediaType))),
      ),
      { numRuns: 1000 },
    );
  });

  test('says what the file is, also where it was too long', () => {
    assert.equal(sendableName('سند'.repeat(80) + '.HEIC', 'image/jpeg')?.slice(-7), 'سند.jpg');
    assert.equal(sendableName('\u202bسند\u202c.jpg', 'image/jpeg'), 'سند.jpg');
  });

  test('is left out where nothing of it can be read', () => {
    assert.equal(sendableName('\u202e\n', 'image/jpeg'), undefined);
  });
});
