// What the package knows of itself from files that come with it.

import { readFileSync } from 'node:fs';
import { createRequire, findPackageJSON } from 'node:module';
import { OpenapiDocument } from '@lintas/contract';
import * as z from 'zod/mini';

const Package = z.object({ version: z.string() });

export function readVersion(): string {
  const path = findPackageJSON(import.meta.url) ?? '';
  return z.parse(Package, readJson(path)).version;
}

/** The contract's OpenAPI document, as it was generated and published. */
export function readOpenapiDocument(): z.infer<typeof OpenapiDocument> {
  const path = createRequire(import.meta.url).resolve('@lintas/contract/openapi.json');
  return z.parse(OpenapiDocument, readJson(path));
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
