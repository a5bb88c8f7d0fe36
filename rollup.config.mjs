// The bundle for script tags: packages/widgets/cdn/lintas.js and, beside it, what it loads on demand.
// The npm packages ship the modules that tsc writes; nothing is bundled there.

import { rmSync } from 'node:fs';
import { basename, dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleFolder, writeManifest } from './packages/tooling/src/bundle/manifest.ts';
import { bundlePlugins, onLog } from './packages/tooling/src/bundle/plugins.ts';

const modules = fileURLToPath(new URL('packages/widgets/dist/', import.meta.url));

/** `status-tracker/define.js` becomes `status-tracker`, `locales/id.js` becomes `locales-id`. */
function nameChunk({ facadeModuleId, name }) {
  const path = facadeModuleId && relative(modules, facadeModuleId);
  if (!path || path.startsWith('..')) return `${name}-[hash].js`;
  const parts = [...dirname(path).split('/'), basename(path, '.js')].filter(
    (part) => !['.', 'define'].includes(part),
  );
  return `${parts.join('-')}-[hash].js`;
}

export default {
  input: `${modules}loader.js`,
  onLog,
  output: {
    dir: bundleFolder,
    format: 'es',
    entryFileNames: 'lintas.js',
    chunkFileNames: nameChunk,
  },
  plugins: [
    // Chunks carry their content's hash: without this, those of earlier builds would pile up.
    { name: 'clear-folder', buildStart: () => rmSync(bundleFolder, { recursive: true, force: true }) },
    ...bundlePlugins(),
    writeManifest(),
  ],
};
