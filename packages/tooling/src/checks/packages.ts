// Each published package is what its package.json says, for bundlers, Node and TypeScript alike.

import { readFileSync } from 'node:fs';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { root } from '../processes.ts';
import { captureTool } from '../tools.ts';

const published = ['contract', 'sdk', 'server', 'widgets'];

export async function checkPackages(): Promise<boolean> {
  const results: boolean[] = [];
  for (const name of published) results.push(await checkFiles(name), await checkTypes(name));
  return results.every(Boolean);
}

/** publint: the files that the exports name exist and are in the right format. */
async function checkFiles(name: string): Promise<boolean> {
  const folder = `${root}packages/${name}`;
  const { messages } = await publint({ pkgDir: folder, level: 'warning', strict: true });
  const description = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as Record<string, unknown>;
  for (const message of messages)
    console.log(`${name}: ${formatMessage(message, description, { color: false })}`);
  return messages.length === 0;
}

/** Are the types wrong?: every entry resolves to types that fit. Only ES modules are promised. */
async function checkTypes(name: string): Promise<boolean> {
  const { code, output } = await captureTool('attw', [
    '--pack',
    `packages/${name}`,
    '--profile',
    'esm-only',
    '--no-emoji',
  ]);
  if (code !== 0) console.log(output.trim());
  return code === 0;
}
