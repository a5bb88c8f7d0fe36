// Which files of the bundle a page with only the status tracker loads before anybody does anything. The size
// budget counts them, and a browser test holds the list against what a browser really loads.

import type { Manifest } from './manifest.ts';

/** What is asked for at once on such a page: the element, and the page's one language. */
const askedForAtOnce = [/^status-tracker-[\w-]{8}\.js$/, /^locales-en-[\w-]{8}\.js$/];

export function findFirstLoad(manifest: Manifest): ReadonlySet<string> {
  const files = Object.keys(manifest);
  const atOnce = askedForAtOnce.map((pattern) => {
    const file = files.find((name) => pattern.test(name));
    if (!file) throw new Error(`The bundle has no file that matches ${pattern}.`);
    return file;
  });
  return withImports(manifest, ['lintas.js', ...atOnce]);
}

/** The files and everything that loads together with them. */
export function withImports(manifest: Manifest, files: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    manifest[file]?.imports.forEach(visit);
  };
  files.forEach(visit);
  return found;
}
