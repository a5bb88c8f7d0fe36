// The bundle for script tags: packages/widgets/cdn/lintas.js and, beside it, what it loads on demand.
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

/**
 * What every element starts with, in one file; and in another what all but the smallest do. Left to itself, Rollup
 * makes a file of whatever the same elements share, and each small one is a request more.
 */
function gather(id) {
  const own = id.startsWith(modules) ? id.slice(modules.length) : '';
  if (
    /^(core\/[\w-]+|locales\/plural)\.js$/.test(own) ||
    /\/(@lit|lit-element|lit-html|lit)\/(?!.*directive)/.test(id)
  )
    return 'core';
  return /^(case\/(failure|failure-text|icons|sheet\.styles)|document-uploader\/texts)\.js$/.test(own) ||
    /\/sdk\/dist\/errors\b/.test(id)
    ? 'sheet'
    : undefined;
}

/** After what the chunk was made for: `status-tracker/define.js` is in `status-tracker`, `locales/id.js` in `locales-id`. */
function nameChunk({ facadeModuleId, moduleIds, name }) {
  const module = facadeModuleId ?? moduleIds.findLast((id) => basename(id, '.js') === name);
  if (!module?.startsWith(modules)) return `${name}-[hash].js`;
  const path = relative(modules, module).replace(/(\/define)?\.js$/, '');
  return `${path.replaceAll('/', '-')}-[hash].js`;
}

export default {
  input: loader,
  onLog,
  output: {
    dir: bundleFolder,
    format: 'es',
    entryFileNames: 'lintas.js',
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
