// What a partner's page with only the status tracker loads, in bytes over the wire: before a person does
// anything, and later on demand.

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { bundleFolder, readManifest, withImports, type Manifest } from '../bundle/manifest.ts';

export interface LoadedFile {
  readonly file: string;
  /** Bytes after gzip at its highest level, as a content server stores it. */
  readonly gzip: number;
}

export interface PageSize {
  readonly before: readonly LoadedFile[];
  readonly later: readonly LoadedFile[];
}

/** What the loader asks for at once on such a page: the two elements, and the page's one language. */
const askedForAtOnce = [/^provider-/, /^status-tracker-/, /^locales-en-/];

export function measurePage(manifest: Manifest = readManifest()): PageSize {
  const files = Object.keys(manifest);
  const atOnce = askedForAtOnce.map((pattern) => {
    const file = files.find((name) => pattern.test(name));
    if (!file) throw new Error(`The bundle has no file that matches ${pattern}.`);
    return file;
  });
  const before = withImports(manifest, ['lintas.js', ...atOnce]);
  return {
    before: files.filter((file) => before.has(file)).map(weigh),
    later: files.filter((file) => !before.has(file)).map(weigh),
  };
}

function weigh(file: string): LoadedFile {
  return { file, gzip: gzipSize(readFileSync(`${bundleFolder}${file}`)) };
}

export function gzipSize(content: string | Uint8Array): number {
  return gzipSync(content, { level: 9 }).byteLength;
}
