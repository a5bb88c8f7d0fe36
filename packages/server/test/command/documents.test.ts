// Whoever has put a backup back learns of every file whether it is there and is what was handed in.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openBlobStore } from '../../src/blobs/open.ts';
import { openDatabase } from '../../src/db/open.ts';
import { createCryptography } from '../../src/node/cryptography.ts';
import { startApi } from '../fixtures/api.ts';
import { INSTALLATION_KEY, lintas, useFolder } from '../fixtures/command.ts';
import { handIn, openNewCase, originalKey, photo } from '../fixtures/documents.ts';

const { path, environment } = useFolder();
const settings = { ...environment, LINTAS_INSTALLATION_KEY: INSTALLATION_KEY };
const folder = join(path, 'documents');

let ids: readonly string[] = [];
let originals: readonly string[] = [];
before(async () => {
  assert.equal((await lintas(['migrate'], settings)).code, 0);
  const database = await openDatabase({ folder: join(path, 'database') });
  const blobs = await openBlobStore({ folder });
  const cryptography = createCryptography(Buffer.from(INSTALLATION_KEY, 'base64url'));
  const api = await startApi(database, { blobs, cryptography });
  const applicant = await openNewCase(api);
  const documents = [
    await handIn(api, applicant, photo(3000)),
    await handIn(api, applicant, photo(5000)),
    await handIn(api, applicant, photo(7000)),
  ];
  ids = documents.map(({ id }) => id);
  originals = await Promise.all(ids.map((id) => originalKey(api, id)));
  await api.close();
  await blobs.close();
  await database.close();
});

const verify = () => lintas(['documents', 'verify'], settings);

test('all that is whole is counted, and nothing else is said', async () => {
  assert.deepEqual(await verify(), { code: 0, out: '6 whole, 0 not\n', error: '' });
});

test('a file that is missing, and one that is another, are named with the reason', async () => {
  const [first = '', second = ''] = originals.map((key) => join(folder, key));
  await writeFile(first, await readFile(second));
  await rm(second);
  const { code, out } = await verify();
  const lines = [`${ids[0]}\toriginal\tCHANGED`, `${ids[1]}\toriginal\tENOENT`].sort();
  assert.deepEqual([code, out], [1, [...lines, '4 whole, 2 not', ''].join('\n')]);
});

test('a wrong call changes nothing and says what to say', async () => {
  const { code, error } = await lintas(['documents'], settings);
  assert.equal(code, 2);
  assert.match(error, /Say "verify"\./);
});
