// What a page loads together is followed through imports of imports, and on-demand files are kept apart.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findVisit, withImports } from '../src/bundle/first-load.ts';
import type { Manifest } from '../src/bundle/manifest.ts';

const entry = (imports: readonly string[], loads: readonly string[] = []) => ({
  integrity: '',
  imports,
  loads,
});

test('a file brings what it imports, directly and indirectly, and not what it may load later', () => {
  const manifest: Manifest = {
    'lintas.js': entry(['shared.js'], ['tracker.js']),
    'shared.js': entry(['deep.js']),
    'deep.js': entry(['shared.js']),
    'tracker.js': entry(['shared.js'], ['print.js']),
    'print.js': entry([]),
  };
  assert.deepEqual([...withImports(manifest, ['lintas.js'])].sort(), ['deep.js', 'lintas.js', 'shared.js']);
  assert.ok(withImports(manifest, ['tracker.js']).has('deep.js'));
  assert.ok(!withImports(manifest, ['tracker.js']).has('print.js'));
});

test('opening a case adds only what the page has not loaded yet', () => {
  const manifest: Manifest = {
    'lintas.js': entry(['shared.js']),
    'shared.js': entry([]),
    'status-tracker-AAAAAAAA.js': entry(['shared.js'], ['status-tracker-visit-BBBBBBBB.js']),
    'status-tracker-visit-BBBBBBBB.js': entry(['shared.js', 'status-tracker-AAAAAAAA.js', 'sdk.js']),
    'locales-en-CCCCCCCC.js': entry([]),
    'sdk.js': entry([]),
  };
  assert.deepEqual([...findVisit(manifest)].sort(), ['sdk.js', 'status-tracker-visit-BBBBBBBB.js']);
});
