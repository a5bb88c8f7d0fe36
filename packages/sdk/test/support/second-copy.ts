// A second copy of a module of the package, as a page has it that loads two bundles.

import type * as Sdk from '@lintas/sdk';
import type * as CaseConnection from '../../src/case-connection.ts';

export async function loadSecondCopy(): Promise<
  Pick<typeof Sdk, 'isLintasError' | 'hasCode' | 'NetworkError'>
> {
  const copy = await load('errors');
  if (!isErrors(copy)) throw new Error('The second copy does not export what the first one does.');
  return copy;
}

export async function loadSecondConnection(): Promise<Pick<typeof CaseConnection, 'connectionOf'>> {
  const copy = await load('case-connection');
  if (!isConnection(copy)) throw new Error('The second copy does not export what the first one does.');
  return copy;
}

function load(name: string): Promise<unknown> {
  return import(new URL(`../../src/${name}.ts?second-copy`, import.meta.url).href);
}

function isErrors(copy: unknown): copy is typeof Sdk {
  return typeof copy === 'object' && copy !== null && 'isLintasError' in copy && 'NetworkError' in copy;
}

function isConnection(copy: unknown): copy is typeof CaseConnection {
  return typeof copy === 'object' && copy !== null && 'connectionOf' in copy;
}
