// The file that keeps an installation's key.

import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ConfigError } from '../config.ts';
import { syncFile } from '../db/embedded/sync.ts';
import { makeFolder } from './make-folder.ts';
import { createKey, KEY_TEXT, parseKeyText, writeKeyText } from './key-text.ts';

export function keyFileIn(folder: string): string {
  return join(resolve(folder), 'installation.key');
}

/** @throws ConfigError when there is a file that cannot be read or holds no key */
export async function readKeyFile(path: string): Promise<Uint8Array | undefined> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw unusable(path, error);
  });
  if (text === undefined) return undefined;
  // Editors and shells put a line break behind it.
  const key = parseKeyText(text.trim());
  if (key === undefined) throw new ConfigError(`${path} must hold ${KEY_TEXT}.`);
  return key;
}

/**
 * Makes a key and its file, which is on the disk before anybody uses the key. A file that is there is left alone.
 *
 * @throws ConfigError when the file cannot be made
 */
export async function makeKeyFile(path: string): Promise<Uint8Array> {
  const key = createKey();
  const folder = dirname(path);
  const draft = `${path}.${process.pid}`;
  try {
    makeFolder(folder);
    await writeFile(draft, `${writeKeyText(key)}\n`, { mode: 0o600, flush: true });
    // Whoever finds the file finds all of it.
    await link(draft, path);
    syncFile(folder);
    return key;
  } catch (error) {
    throw unusable(path, error);
  } finally {
    await rm(draft, { force: true });
  }
}

function unusable(path: string, error: unknown): ConfigError {
  return new ConfigError(
    `The file ${path} cannot be used (${codeOf(error)}). The key may also be given in LINTAS_INSTALLATION_KEY.`,
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
