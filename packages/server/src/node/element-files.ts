// Reads the files of the elements from the operator's folder.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FRAME_SCRIPT, prepareElementFiles, type ElementFiles } from '../frames/files.ts';
import { keyless } from './cryptography.ts';

/** @throws Error in a sentence for the operator when the elements are not there */
export async function readElementFiles(folder: string): Promise<ElementFiles> {
  const names = await readdir(folder).catch((): string[] => []);
  if (!names.includes(FRAME_SCRIPT))
    throw new Error(
      `LINTAS_ELEMENTS_DIR is to be the folder cdn of @lintas/widgets; there is no ${FRAME_SCRIPT} in ${folder}.`,
    );
  const read = names
    .filter((name) => name.endsWith('.js'))
    .map(async (name): Promise<[string, string]> => [name, await readFile(join(folder, name), 'utf8')]);
  return prepareElementFiles(new Map(await Promise.all(read)), keyless);
}
