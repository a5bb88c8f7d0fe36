// A file that became another type is called as that type is.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { nameFor } from '../../../src/document-uploader/prepare/file-name.ts';

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
