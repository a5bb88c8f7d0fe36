// How the bundle imports on demand: what is imported is asked for together with all that it imports in turn, and what
// could not be fetched can be asked for again.

import type { Plugin } from 'rollup';
import { withImports } from './with-imports.ts';

/**
 * Browsers find out what a file imports when it is there, which is a journey more for every step of the way. So each
 * `import()` names all of it, and asks for it at once. It imports and does not preload, since that would put links
 * into the page's own document; what runs early, only defines.
 *
 * Browsers but WebKit remember, until the page is loaded anew, that a module could not be fetched; but only under its
 * address. So every further try asks for another one. Works for files that no other file imports statically, which
 * would wait for the first address; the code that calls `import()` does the trying. Who asks for one file from two
 * places (the loader and an element: for texts) counts its failures in one, and has what has come without a moment's
 * wait, in which a browser would show an element without its texts.
 */
export function importOnDemand(): Plugin {
  return {
    name: 'import-on-demand',
    renderDynamicImport: () => ({ left: `${name}(`, right: ')' }),
    renderChunk(code, { fileName, dynamicImports }, _options, { chunks }) {
      if (dynamicImports.length === 0) return null;
      const present = withImports(chunks, [fileName]);
      const naming = code.replaceAll(call, (_, file: string) => {
        const needed = [...withImports(chunks, [file])].filter((each) => each !== file && !present.has(each));
        return `${name}(${[file, ...needed].map((each) => `'./${each}'`).join(', ')})`;
      });
      return intro + naming;
    },
  };
}

const name = 'lintasImport';

const call = new RegExp(`${name}\\(['"]\\./([^'"]+)['"]\\)`, 'g');

const intro = `const ${name} = (({ loaded, failures }) => (file, ...needed) => {
  const { href } = new URL(file, import.meta.url);
  needed.forEach((each) => import(each).catch(() => {}));
  return (loaded[href] ??= import(failures[href] ? file + '?try=' + failures[href] : file).catch((error) => {
    failures[href] = (failures[href] ?? 0) + 1;
    delete loaded[href];
    throw error;
  }));
})(globalThis[Symbol.for('lintas.imports')] ??= { loaded: {}, failures: {} });
`;
