// A fresh clone can write its reference: no doc comment links out of its package.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findLostLinks } from '../src/checks/links.ts';

test('a link to a name of another package is found, and one to a name of the same package is none', () => {
  const source = `
    import { PIECE } from '@lintas/contract/documents';
    import { type Near, near } from './near.ts';
    /** See {@link PIECE}, {@link Near}, {@link near}, {@link Here.there} and {@link nowhere}. */
    export interface Here { readonly there: string }
  `.replaceAll(/^ {4}/gm, '');
  assert.deepEqual(findLostLinks(source), ['PIECE', 'nowhere']);
});
