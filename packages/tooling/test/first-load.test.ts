// What a page loads together is followed through imports of imports, and on-demand files are kept apart.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findFigures, findFrame, findUploader, findVisit } from '../src/bundle/first-load.ts';
import type { Manifest } from '../src/bundle/manifest.ts';
import { withImports } from '../src/bundle/with-imports.ts';

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
    'quick-exit-HHHHHHHH.js': entry([]),
    'locales-en-CCCCCCCC.js': entry([]),
    'sdk.js': entry([]),
  };
  assert.deepEqual([...findVisit(manifest)].sort(), ['sdk.js', 'status-tracker-visit-BBBBBBBB.js']);
});

test('the document uploader adds what neither the tracker nor its earlier steps have loaded', () => {
  const manifest: Manifest = {
    'lintas.js': entry(['shared.js']),
    'shared.js': entry([]),
    'status-tracker-AAAAAAAA.js': entry(['shared.js']),
    'status-tracker-visit-BBBBBBBB.js': entry(['sdk.js']),
    'quick-exit-HHHHHHHH.js': entry([]),
    'locales-en-CCCCCCCC.js': entry([]),
    'sdk.js': entry([]),
    'document-uploader-DDDDDDDD.js': entry(['shared.js', 'case.js']),
    'case.js': entry([]),
    'document-uploader-opened-EEEEEEEE.js': entry(['sdk.js', 'case.js']),
    'locales-documents-en-FFFFFFFF.js': entry([]),
    'document-uploader-sending-GGGGGGGG.js': entry(['upload.js', 'sdk.js']),
    'upload.js': entry([]),
  };
  const { first, opened, sending } = findUploader(manifest);
  assert.deepEqual([...first].sort(), ['case.js', 'document-uploader-DDDDDDDD.js']);
  assert.deepEqual([...opened].sort(), [
    'document-uploader-opened-EEEEEEEE.js',
    'locales-documents-en-FFFFFFFF.js',
  ]);
  assert.deepEqual([...sending].sort(), ['document-uploader-sending-GGGGGGGG.js', 'upload.js']);
});

test('the document uploader has before any use what only a visit brings otherwise', () => {
  const manifest: Manifest = {
    'lintas.js': entry([]),
    'status-tracker-AAAAAAAA.js': entry([]),
    'status-tracker-visit-BBBBBBBB.js': entry(['texts.js']),
    'quick-exit-HHHHHHHH.js': entry([]),
    'locales-en-CCCCCCCC.js': entry([]),
    'document-uploader-DDDDDDDD.js': entry(['texts.js']),
    'texts.js': entry([]),
    'document-uploader-opened-EEEEEEEE.js': entry(['texts.js']),
    'locales-documents-en-FFFFFFFF.js': entry([]),
    'document-uploader-sending-GGGGGGGG.js': entry([]),
  };
  const { first } = findUploader(manifest);
  assert.deepEqual([...first].sort(), ['document-uploader-DDDDDDDD.js', 'texts.js']);
});

test('published figures add their shell and texts at once, and what fetches and draws them only when they are shown', () => {
  const manifest: Manifest = {
    'lintas.js': entry(['shared.js']),
    'shared.js': entry([]),
    'status-tracker-AAAAAAAA.js': entry(['shared.js']),
    'quick-exit-HHHHHHHH.js': entry([]),
    'locales-en-CCCCCCCC.js': entry([]),
    'metrics-DDDDDDDD.js': entry(['shared.js', 'styles.js'], ['metrics-screen-EEEEEEEE.js']),
    'styles.js': entry([]),
    'locales-metrics-en-FFFFFFFF.js': entry([]),
    'metrics-screen-EEEEEEEE.js': entry(['sdk.js', 'styles.js']),
    'sdk.js': entry([]),
  };
  const { first, shown } = findFigures(manifest, 'metrics');
  assert.deepEqual([...first].sort(), ['locales-metrics-en-FFFFFFFF.js', 'metrics-DDDDDDDD.js', 'styles.js']);
  assert.deepEqual([...shown].sort(), ['metrics-screen-EEEEEEEE.js', 'sdk.js']);
});

test('a frame adds what stands around it at once, and what talks with it only when it is opened', () => {
  const manifest: Manifest = {
    'lintas.js': entry(['shared.js']),
    'shared.js': entry([]),
    'status-tracker-AAAAAAAA.js': entry(['shared.js']),
    'quick-exit-HHHHHHHH.js': entry([]),
    'locales-en-CCCCCCCC.js': entry([]),
    'frame-DDDDDDDD.js': entry(['shared.js'], ['frame-talk-EEEEEEEE.js']),
    'locales-frame-en-FFFFFFFF.js': entry([]),
    'frame-talk-EEEEEEEE.js': entry(['messages.js']),
    'messages.js': entry([]),
  };
  const { first, opened } = findFrame(manifest);
  assert.deepEqual([...first].sort(), ['frame-DDDDDDDD.js', 'locales-frame-en-FFFFFFFF.js']);
  assert.deepEqual([...opened].sort(), ['frame-talk-EEEEEEEE.js', 'messages.js']);
});
