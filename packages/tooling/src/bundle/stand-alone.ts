// Gives a file of the bundle copies of its own of what it imports statically.

import { readFile } from 'node:fs/promises';
import type { Plugin, PluginContext } from 'rollup';

/**
 * A file that imports nothing runs as soon as it is there, and no other file imports it: a page that asked for
 * `lintas.js?1` would otherwise get the loader a second time. What it imports must be fit to be there twice. What it
 * imports on demand is one with what others import.
 *
 * @param entry path of its module
 */
export function standAlone(entry: string): Plugin {
  const originalOf = (id: string): string => id.replace(/\?alone$/, '');
  const isAlone = (id: string): boolean => id === entry || id !== originalOf(id);
  async function findOriginal(
    context: PluginContext,
    source: string,
    importer: string,
  ): Promise<string | null> {
    const resolved = await context.resolve(source, originalOf(importer), { skipSelf: true });
    return resolved && originalOf(resolved.id);
  }
  return {
    name: 'stand-alone',
    async resolveId(source, importer) {
      if (importer === undefined || !isAlone(importer)) return null;
      const original = await findOriginal(this, source, importer);
      return original && `${original}?alone`;
    },
    resolveDynamicImport(source, importer) {
      return typeof source === 'string' && isAlone(importer) ? findOriginal(this, source, importer) : null;
    },
    load: (id) => (isAlone(id) ? readFile(originalOf(id), 'utf8') : null),
  };
}
