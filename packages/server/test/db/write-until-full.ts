// A process that writes notes on a disk that it fills, until nothing is taken any more; says what was acknowledged; and
// stays until it is killed.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../src/db/open.ts';
import { fillDisk } from '../support/small-disk.ts';
import { prepareNotes, writeNote } from './notes.ts';

const [folder = '', disk = ''] = process.argv.slice(2);
const database = await openDatabase({ folder });
await prepareNotes(database);
fillDisk(disk);
const acknowledged: string[] = [];
const write = async (note: string, mebibytes = 0): Promise<void> => {
  await writeNote(database, note, mebibytes);
  acknowledged.push(note);
};
for (let n = 1; n <= 5; n += 1) await write(`note ${n}`, 8);
rmSync(join(folder, 'reserve'));
fillDisk(disk);
await write('too much', 400).catch(() => {});
await write('late').catch(() => {});
console.log(JSON.stringify(acknowledged));
process.stdin.resume();
