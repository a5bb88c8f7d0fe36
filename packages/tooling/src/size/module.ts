// How much a piece of code weighs on somebody's page, bundled and minified in memory.

import { rollup } from 'rollup';
import { bundlePlugins, onLog } from '../bundle/plugins.ts';
import { gzipSize } from './page.ts';

/** Bundles what the code imports, as one file; answers its bytes after gzip. */
export async function measureModule(code: string): Promise<number> {
  const entry = 'entry-in-memory';
  const bundle = await rollup({
    input: entry,
    onLog,
    plugins: [
      {
        name: 'entry-in-memory',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? code : null),
      },
      ...bundlePlugins(),
    ],
  });
  const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true });
  await bundle.close();
  return gzipSize(output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join(''));
}
