// A file is what its bytes are, whatever it is called.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { recogniseMediaType, sniffMediaType } from '@lintas/contract/documents/media-type';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

const box = (brands: string): string => `\0\0\0${String.fromCharCode(8 + brands.length)}ftyp${brands}`;

const HEADS: readonly (readonly [head: string, mediaType: string])[] = [
  ['\xff\xd8\xff\xe0\0\x10JFIF', 'image/jpeg'],
  ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'image/png'],
  ['RIFF\x24\0\0\0WEBPVP8 ', 'image/webp'],
  [box('heic\0\0\0\0mif1heic'), 'image/heic'],
  [box('mif1\0\0\0\0mif1heix'), 'image/heic'],
  [box('mif1\0\0\0\0mif1avifmiaf'), 'image/avif'],
  [box('isom\0\0\x02\0isomiso2mp41'), 'video/mp4'],
  ['%PDF-1.7\n%\xe2\xe3\xcf\xd3', 'application/pdf'],
  ['GIF89a\x01\0\x01\0', 'image/gif'],
  ['PK\x03\x04\x14\0', 'application/zip'],
  ['II*\0\x08\0\0\0', 'image/tiff'],
  ['BM\x36\0\0\0', 'image/bmp'],
  ['<svg xmlns="http://www.w3.org/2000/svg">', 'image/svg+xml'],
  ['<?xml version="1.0"?>\n<!-- drawn -->\n<svg>', 'image/svg+xml'],
  ['\xef\xbb\xbf  <!DOCTYPE html><title>', 'text/html'],
  ['<script>alert(1)</script>', 'text/html'],
  ['<?xml version="1.0"?><invoice>', 'application/xml'],
  ['Just a letter', 'application/octet-stream'],
  ['%!PS-Adobe, and later %PDF-1.7', 'application/octet-stream'],
  ['', 'application/octet-stream'],
];

describe('the type of a file', () => {
  for (const [head, mediaType] of HEADS) {
    test(`${JSON.stringify(head.slice(0, 24))} is ${mediaType}`, () => {
      assert.equal(sniffMediaType(bytes(head)), mediaType);
    });
  }

  test('can be asked of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (head) => /^\w+\/[\w+-]+$/.test(sniffMediaType(head))),
    );
  });

  test('is recognised only where files of it are taken', () => {
    assert.equal(recogniseMediaType(bytes('%PDF-1.7')), 'application/pdf');
    assert.equal(recogniseMediaType(bytes('GIF89a')), undefined);
    assert.equal(recogniseMediaType(bytes('<svg>')), undefined);
  });
});
