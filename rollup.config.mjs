// The bundle for script tags: packages/widgets/cdn/lintas.js, framed.js for the page in a frame, and beside them what both
// load on demand.
// The npm packages ship the modules that tsc writes; nothing is bundled there.

import { rmSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleFolder, writeManifest } from './packages/tooling/src/bundle/manifest.ts';
import { importOnDemand } from './packages/tooling/src/bundle/import-on-demand.ts';
import { bundlePlugins, onLog } from './packages/tooling/src/bundle/plugins.ts';
import { standAlone } from './packages/tooling/src/bundle/stand-alone.ts';

const modules = fileURLToPath(new URL('packages/widgets/dist/', import.meta.url));
const loader = `${modules}loader.js`;
const framed = `${modules}framed.js`;

/** What every element starts with. */
const core = [
  /^(core\/[\w-]+|locales\/plural)\.js$/,
  /\/sdk\/dist\/device\//,
  /\/contract\/dist\/core\/own-key\.js$/,
  /\/(@lit|lit|lit-element|lit-html)\/(?!.*directive)/,
];

/** What all but the smallest elements start with, and a few lines that would be a file of their own. */
const sheet = [
  /^case\/(failure|failure-text|icons|page-trouble|sheet\.styles|way-out)\.js$/,
  /^(document-check|document-uploader|frame|metrics|survey-results)\/texts\.js$/,
  /\/sdk\/dist\/(errors|given)\b/,
];

/** Left to itself, Rollup makes a file of whatever the same elements share, and each small one is a request more. */
function gather(id) {
  const path = id.replace(modules, '');
  const holds = (patterns) => patterns.some((pattern) => pattern.test(path));
  if (holds(core)) return 'core';
  return holds(sheet) ? 'sheet' : undefined;
}

/** After what the chunk was made for: `metrics/metrics.js` is in `metrics`, `locales/id.js` in `locales-id`. */
function nameChunk({ facadeModuleId, moduleIds, name }) {
  const module = facadeModuleId ?? moduleIds.findLast((id) => basename(id, '.js') === name);
  if (!module?.startsWith(modules)) return `${name}-[hash].js`;
  const path = relative(modules, module)
    .replace(/\.js$/, '')
    .replace(/^([\w-]+)\/\1$/, '$1');
  return `${path.replaceAll('/', '-')}-[hash].js`;
}

export default {
  input: { lintas: loader, framed },
  onLog,
  output: {
    dir: bundleFolder,
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: nameChunk,
    manualChunks: gather,
    onlyExplicitManualChunks: true,
  },
  plugins: [
    // Chunks carry their content's hash: without this, those of earlier builds would pile up.
    { name: 'clear-folder', buildStart: () => rmSync(bundleFolder, { recursive: true, force: true }) },
    standAlone(loader),
    importOnDemand(),
    ...bundlePlugins(),
    writeManifest(),
  ],
};
