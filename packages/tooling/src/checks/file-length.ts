// No file is longer than a reader can hold. Catalogues of texts are lists and may be.

import { readFileSync } from 'node:fs';
import { capture, root } from '../processes.ts';

const mostLines = 300;

const isCode = /\.(ts|mjs|js|css|html|sql)$/;
const isCatalogue = /\/locales\//;

/** Names every file that is too long. */
export async function checkFileLengths(): Promise<boolean> {
  // What git does not ignore: neither dependencies nor anything generated.
  const { output } = await capture('git', ['ls-files', '--cached', '--others', '--exclude-standard']);
  const files = output.split('\n').filter((file) => isCode.test(file) && !isCatalogue.test(file));
  const tooLong = files
    .map((file) => ({ file, lines: countLines(readFileSync(`${root}${file}`, 'utf8')) }))
    .filter(({ lines }) => lines > mostLines);
  for (const { file, lines } of tooLong) console.log(`${file} has ${lines} lines; at most ${mostLines}.`);
  return tooLong.length === 0;
}

export function countLines(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}
