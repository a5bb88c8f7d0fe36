// What a partner's page with only the status tracker loads, in bytes over the wire: before a person does
// anything, and later on demand.

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { findFirstLoad } from '../bundle/first-load.ts';
import { bundleFolder, readManifest } from '../bundle/manifest.ts';

export interface LoadedFile {
  readonly file: string;
  /** Bytes after gzip at its highest level, as a content server stores it. */
  readonly gzip: number;
}

export interface PageSize {
  readonly before: readonly LoadedFile[];
  readonly later: readonly LoadedFile[];
}

export function measurePage(): PageSize {
  const manifest = readManifest();
  const files = Object.keys(manifest);
  const first = findFirstLoad(manifest);
  return {
    before: files.filter((file) => first.has(file)).map(weigh),
    later: files.filter((file) => !first.has(file)).map(weigh),
  };
}

function weigh(file: string): LoadedFile {
  return { file, gzip: gzipSize(readFileSync(`${bundleFolder}${file}`)) };
}

export function gzipSize(content: string | Uint8Array): number {
  return gzipSync(content, { level: 9 }).byteLength;
}
