// Files that are two things at once: a picture to one program and an archive or a page to another.

import type { MediaType } from '@lintas/contract';

/** Signature, and length without the comment, of the record that an archive ends with (APPNOTE, section 4.3.16). */
const ZIP_END = Buffer.from('PK\x05\x06', 'latin1');
const ZIP_END_BYTES = 22;
const ZIP_ENTRY = Buffer.from('PK\x01\x02', 'latin1');
const MAX_COMMENT_BYTES = 65_535;
/** Where readers of PDF look for its header, and browsers for markup. */
const HEADER_BYTES = 1024;

export function isMixed(bytes: Buffer, mediaType: MediaType): boolean {
  const head = bytes.subarray(0, HEADER_BYTES).toString('latin1');
  const isPdf = mediaType === 'application/pdf';
  const looksLikeOther = isPdf
    ? /<(!doctype|html|head|body|script|svg|iframe)\b/i.test(head)
    : head.includes('%PDF-');
  return looksLikeOther || endsAsArchive(bytes);
}

/** Programs that unpack archives look for the end of one from the back, whatever stands before it. */
function endsAsArchive(bytes: Buffer): boolean {
  const first = Math.max(0, bytes.length - ZIP_END_BYTES - MAX_COMMENT_BYTES);
  for (let at = bytes.lastIndexOf(ZIP_END); at >= first; at = bytes.lastIndexOf(ZIP_END, at - 1)) {
    if (isArchiveEnd(bytes, at)) return true;
    if (at === 0) break;
  }
  return false;
}

/** Whether the list of entries really stands before the record, so that four bytes by chance do not count. */
function isArchiveEnd(bytes: Buffer, at: number): boolean {
  if (at + ZIP_END_BYTES > bytes.length) return false;
  const entries = bytes.readUInt16LE(at + 10);
  const list = at - bytes.readUInt32LE(at + 12);
  return entries === 0
    ? list === at
    : list >= 0 && bytes.subarray(list, list + ZIP_ENTRY.length).equals(ZIP_ENTRY);
}
