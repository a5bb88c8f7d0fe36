// What a doc comment links to is in the same package. The reference has pages of one package each, and typedoc ends
// with an error at a link that leads out of them; to ask typedoc itself would take half a minute.

import { globSync, readFileSync } from 'node:fs';
import { root } from '../processes.ts';

const documented = 'packages/{contract,sdk,server}/src/**/*.ts';

/** Prints the links that lead nowhere. */
export function checkLinks(): Promise<boolean> {
  const lost = globSync(documented, { cwd: root }).flatMap((path) =>
    findLostLinks(readFileSync(`${root}${path}`, 'utf8')).map((name) => `${path}: {@link ${name}}`),
  );
  if (lost.length > 0) console.log(`${lost.join('\n')}\nOf no file of its package: write it in backquotes.`);
  return Promise.resolve(lost.length === 0);
}

/** What a source's doc comments link to, although it neither declares it nor imports it from a file beside it. */
export function findLostLinks(source: string): string[] {
  const names = [...source.matchAll(/\{@link\s+(\w+)/g)].map(([, name = '']) => name);
  return [...new Set(names)].filter((name) => !isDeclared(source, name) && !isImported(source, name));
}

function isDeclared(source: string, name: string): boolean {
  return new RegExp(`^\\s*(?:[a-z]+ )*(?:function\\*?|const|class|interface|type) ${name}\\b`, 'm').test(
    source,
  );
}

function isImported(source: string, name: string): boolean {
  return new RegExp(`^import [^;']*\\b${name}\\b[^;']* from '\\.`, 'm').test(source);
}
