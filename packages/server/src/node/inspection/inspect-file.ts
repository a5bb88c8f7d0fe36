// Looks into one file: what it is, whether it is only that, and whether it can be shown to somebody safely.

import type { MediaType } from '@lintas/contract';
import { recogniseMediaType } from '@lintas/contract/documents/media-type';
import { checkFormat, type Announced } from '../../documents/checks/format.ts';
import type { Inspection } from '../../documents/checks/inspection.ts';
import { isMixed } from './mixed-content.ts';

/** The file that is looked into, and where a clean copy of it goes. */
export interface FileInHand {
  readonly path: string;
  readonly bytes: Buffer;
  readonly copyTo: string;
}

type Inspect = (file: FileInHand, announced: Announced) => Promise<Inspection>;

/**
 * Loads what it takes to look into a file, and nothing for files of another type: that would take longer than looking.
 *
 * @param head the first bytes of the file, `SNIFFED_BYTES` of them if there are as many
 */
export async function loadInspection(head: Uint8Array): Promise<Inspect> {
  const mediaType = recogniseMediaType(head);
  const inspectContent = mediaType && (await loadForContent(mediaType));
  return async (file, announced) => {
    const format = checkFormat(head, file.bytes.length, announced);
    if (format.result === 'fail' || !inspectContent) return { findings: [format] };
    if (isMixed(file.bytes, mediaType)) {
      return { findings: [format, { method: 'safety', result: 'fail', reason: 'mixed_content' }] };
    }
    const inspection = await inspectContent(file, announced);
    // Of two findings about the format, the one that goes deeper counts, unless it has nothing to add.
    const deeper = inspection.findings.find(({ method, result }) => method === 'format' && result !== 'pass');
    const others = inspection.findings.filter(({ method }) => method !== 'format');
    return { ...inspection, findings: [deeper ?? format, ...others] };
  };
}

async function loadForContent(mediaType: MediaType): Promise<Inspect> {
  if (mediaType === 'application/pdf') {
    const { inspectPdf } = await import('./pdf.ts');
    return ({ bytes }, { limits }) => inspectPdf(bytes, limits);
  }
  const { inspectPicture } = await import('./picture.ts');
  return (file, { limits }) => inspectPicture(file, mediaType, limits);
}
