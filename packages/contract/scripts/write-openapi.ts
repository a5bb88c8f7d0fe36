// Writes openapi.json, which is committed so that a change of the contract shows in a review.
// With --check it writes nothing, and exits with 1 when the committed file is another one.

import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openapiDocument } from '@lintas/contract/openapi';
import { format, resolveConfig } from 'prettier';

const file = fileURLToPath(new URL('../openapi.json', import.meta.url));
const options = { ...(await resolveConfig(file)), filepath: file };
const text = await format(JSON.stringify(openapiDocument()), options);

if (!process.argv.includes('--check')) {
  await writeFile(file, text);
} else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
  console.log('openapi.json does not match the contract.');
  process.exitCode = 1;
}
