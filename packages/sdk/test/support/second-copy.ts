// A second copy of the package's errors, as a page has it that loads two bundles.

import type * as Errors from '@lintas/sdk';

export async function loadSecondCopy(): Promise<
  Pick<typeof Errors, 'isLintasError' | 'hasCode' | 'NetworkError'>
> {
  const url = new URL('../../src/errors.ts?second-copy', import.meta.url);
  const copy: unknown = await import(url.href);
  if (!isErrors(copy)) throw new Error('The second copy does not export what the first one does.');
  return copy;
}

function isErrors(copy: unknown): copy is typeof Errors {
  return typeof copy === 'object' && copy !== null && 'isLintasError' in copy && 'NetworkError' in copy;
}
