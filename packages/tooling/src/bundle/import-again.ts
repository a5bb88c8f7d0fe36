// Lets the bundle import again what could not be fetched.

import type { Plugin } from 'rollup';

/**
 * Browsers but WebKit remember, until the page is loaded anew, that a module could not be fetched; but only under its
 * address. So every further try asks for another one. Works for files that no other file imports statically, which
 * would wait for the first address; the code that calls `import()` does the trying.
 */
export function importAgain(): Plugin {
  return {
    name: 'import-again',
    renderDynamicImport: () => ({ left: `${name}(`, right: ')' }),
    renderChunk: (code, { dynamicImports }) => (dynamicImports.length > 0 ? intro + code : null),
  };
}

const name = 'lintasImport';

const intro = `const ${name} = ((failures) => (file) =>
  import(failures[file] ? file + '?try=' + failures[file] : file).catch((error) => {
    failures[file] = (failures[file] ?? 0) + 1;
    throw error;
  }))({});
`;
