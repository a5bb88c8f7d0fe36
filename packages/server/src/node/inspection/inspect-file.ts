// Looks into one file: what it is, whether it is only that, and whether it can be shown to somebody safely.

import { recogniseMediaType } from '@lintas/contract/documents/media-type';
import { checkFormat, type Announced } from '../../documents/checks/format.ts';
import type { Inspection } from '../../documents/checks/inspection.ts';
import { inspectPdf } from './pdf.ts';
import { inspectPicture } from './picture.ts';
import { isMixed } from './mixed-content.ts';

/** The file that is looked into, and where a clean copy of it goes. */
export interface FileInHand {
  readonly path: string;
  readonly bytes: Buffer;
  readonly copyTo: string;
}

export async function inspectFile(file: FileInHand, announced: Announced): Promise<Inspection> {
  const format = checkFormat(file.bytes, file.bytes.length, announced);
  const mediaType = recogniseMediaType(file.bytes);
  if (format.result === 'fail' || mediaType === undefined) return { findings: [format] };
  if (isMixed(file.bytes, mediaType)) {
    return { findings: [format, { method: 'safety', result: 'fail', reason: 'mixed_content' }] };
  }
  const inspection =
    mediaType === 'application/pdf'
      ? await inspectPdf(file.bytes, announced.limits)
      : await inspectPicture(file, mediaType, announced.limits);
  // Of two findings about the format, the one that goes deeper counts, unless it has nothing to add.
  const deeper = inspection.findings.find(({ method, result }) => method === 'format' && result !== 'pass');
  const others = inspection.findings.filter(({ method }) => method !== 'format');
  return { ...inspection, findings: [deeper ?? format, ...others] };
}
