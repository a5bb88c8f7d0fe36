// The version of this package.

import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import * as z from 'zod/mini';

const Package = z.object({ version: z.string() });

export function readVersion(): string {
  const text = readFileSync(findPackageJSON(import.meta.url) ?? '', 'utf8');
  return z.parse(Package, JSON.parse(text)).version;
}
