// A file of the corpus, and what is to become of it.

import type { DocumentReason, VerificationMethod } from '@lintas/contract';

export interface Sample {
  readonly name: string;
  /** What it is announced as. */
  readonly type: string;
  readonly file: () => Buffer | Promise<Buffer>;
  /** What is found, apart from what passes: nothing for a file that is fine. */
  readonly finds?: Readonly<Partial<Record<VerificationMethod, DocumentReason>>>;
  readonly pages?: number;
}

export const MEBIBYTE = 1024 * 1024;

/** A file with something behind its end. */
export async function behind(file: Buffer | Promise<Buffer>, tail: string | Buffer): Promise<Buffer> {
  return Buffer.concat([await file, Buffer.from(tail)]);
}
