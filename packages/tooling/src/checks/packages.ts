// Each published package is what its package.json says, for bundlers, Node and TypeScript alike. What is looked
// at is the archive that would be published, not the folder.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { capture, root } from '../processes.ts';
import { captureTool } from '../tools.ts';

const published = ['contract', 'sdk', 'server', 'widgets'];

export async function checkPackages(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'lintas-packages-'));
  try {
    const results: boolean[] = [];
    for (const name of published) {
      const archive = await pack(name, folder);
      results.push(
        await checkFiles(name, archive),
        await checkTypes(archive),
        await checkLicense(name, archive),
      );
    }
    return results.every(Boolean);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Answers where the archive is. */
async function pack(name: string, folder: string): Promise<string> {
  const options = ['--silent', '--ignore-scripts', '--pack-destination', folder];
  const { code, output } = await captureTool('npm', ['pack', ...options, `./packages/${name}`]);
  if (code !== 0) throw new Error(output.trim());
  return join(folder, output.trim());
}

/** publint: the files that the exports name exist and are in the right format. */
async function checkFiles(name: string, archive: string): Promise<boolean> {
  const { buffer: tarball } = new Uint8Array(readFileSync(archive));
  const { messages, pkg } = await publint({ pack: { tarball }, level: 'warning', strict: true });
  for (const message of messages) console.log(`${name}: ${formatMessage(message, pkg, { color: false })}`);
  return messages.length === 0;
}

/** Whoever gets a package gets its license with it: the repository's own. */
async function checkLicense(name: string, archive: string): Promise<boolean> {
  const { output } = await capture('tar', ['-xzOf', archive, 'package/LICENSE']);
  const same = output === readFileSync(`${root}LICENSE`, 'utf8');
  if (!same) console.log(`${name}: its LICENSE is missing, or not the repository's.`);
  return same;
}

/** Are the types wrong?: every entry resolves to types that fit. Only ES modules are promised. */
async function checkTypes(archive: string): Promise<boolean> {
  const { code, output } = await captureTool('attw', [archive, '--profile', 'esm-only', '--no-emoji']);
  if (code !== 0) console.log(output.trim());
  return code === 0;
}
