// The bundle for script tags: packages/widgets/cdn/lintas.js and, beside it, what it loads on demand.
// The npm packages ship the modules that tsc writes; nothing is bundled there.

import { rmSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleFolder, writeManifest } from './packages/tooling/src/bundle/manifest.ts';
import { importAgain } from './packages/tooling/src/bundle/import-again.ts';
import { bundlePlugins, onLog } from './packages/tooling/src/bundle/plugins.ts';

const modules = fileURLToPath(new URL('packages/widgets/dist/', import.meta.url));
const loader = `${modules}loader.js`;

/**
 * What the loader shares with elements goes into a file of its own, so that no file ever imports `lintas.js`: a
 * page that asked for `lintas.js?1` would get the loader a second time. The few bytes that every language imports go
 * with it: a file of their own would be one more wait at the end of the chain.
 */
function separateShared(id, { getModuleInfo }) {
  const reached = new Set();
  const visit = (module) => {
    if (reached.has(module)) return;
    reached.add(module);
    getModuleInfo(module)?.importedIds.forEach(visit);
  };
  visit(loader);
  const isInEveryLanguage = id === `${modules}locales/plural.js`;
  return isInEveryLanguage || (id !== loader && reached.has(id)) ? 'shared' : undefined;
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
    manualChunks: separateShared,
  },
  plugins: [
    // Chunks carry their content's hash: without this, those of earlier builds would pile up.
    { name: 'clear-folder', buildStart: () => rmSync(bundleFolder, { recursive: true, force: true }) },
    importAgain(),
    ...bundlePlugins(),
    writeManifest(),
  ],
};
