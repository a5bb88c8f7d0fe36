// Whoever makes an element look like their page finds every part of it in the reference, which is made from @csspart.

import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const folder = new URL('../../src/', import.meta.url);
const read = (glob: string): string[] =>
  globSync(glob, { cwd: folder }).map((path) => readFileSync(new URL(path, folder), 'utf8'));

const described = (glob: string): Set<string> => collect(glob, /@csspart ([\w-]+) - /g);

/** Parts as templates name them; where one is selected or compared, a bracket or a dot stands before it. */
const shown = (glob: string): Set<string> => collect(glob, /\spart=(?:"([^"$]+)"|([a-z-]+))/g);

function collect(glob: string, pattern: RegExp): Set<string> {
  const matches = read(glob).flatMap((source) => [...source.matchAll(pattern)]);
  return new Set(matches.flatMap(([, quoted, bare]) => (quoted ?? bare ?? '').split(' ')));
}

test('every part of an element is described', () => {
  const all = shown('**/*.ts');
  assert.ok(all.size > 50, 'hardly any part is found');
  assert.deepEqual([...all.difference(described('**/*.ts'))], []);
});

test('what tracker and uploader have in common is described for both', () => {
  for (const element of ['status-tracker/status-tracker.ts', 'document-uploader/document-uploader.ts']) {
    assert.deepEqual([...shown('case/*.ts').difference(described(element))], [], element);
  }
});
