// The bundle's manifest (packages/widgets/cdn/sri.json): each file with the hash for its `integrity` attribute
// and with what it imports, so that a page can pin and preload exactly what it will run.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'rollup';
import { root } from '../processes.ts';

export type Manifest = Record<string, ManifestEntry>;

export interface ManifestEntry {
  /** Subresource integrity: `sha384-` and the hash in base64. */
  readonly integrity: string;
  /** Files that load together with this one. */
  readonly imports: readonly string[];
  /** Files that this one may ask for later. */
  readonly loads: readonly string[];
}

export const bundleFolder: string = `${root}packages/widgets/cdn/`;

export function writeManifest(): Plugin {
  return {
    name: 'write-manifest',
    generateBundle: {
      // After everything that still changes the code.
      order: 'post',
      handler(_options, bundle) {
        const manifest: Manifest = {};
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue;
          const hash = createHash('sha384').update(chunk.code).digest('base64');
          manifest[chunk.fileName] = {
            integrity: `sha384-${hash}`,
            imports: chunk.imports,
            loads: chunk.dynamicImports,
          };
        }
        this.emitFile({ type: 'asset', fileName: 'sri.json', source: JSON.stringify(manifest, null, 2) });
      },
    },
  };
}

/** The manifest of the last build; throws where nothing was built yet. */
export function readManifest(): Manifest {
  return JSON.parse(readFileSync(`${bundleFolder}sri.json`, 'utf8')) as Manifest;
}
