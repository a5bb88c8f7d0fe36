// Configuration: what is wrong is named, and nothing is guessed.

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ConfigError, readConfig } from '@lintas/server';
import { readElementFiles } from '../../src/node/element-files.ts';

test('without settings there is an embedded database and no demonstration', () => {
  const config = readConfig({ PATH: '/bin' });
  assert.equal(config.port, 4680);
  assert.equal(config.demo, false);
  assert.equal(config.trustedProxies, 0);
  assert.deepEqual(config.database, { folder: '.lintas/database' });
});

test('a server is used when its address is given', () => {
  const config = readConfig({ LINTAS_DATABASE_URL: 'postgres://user:secret@db/lintas' });
  assert.deepEqual(config.database, { url: 'postgres://user:secret@db/lintas' });
});

test('a setting that there is not, or with a value that cannot be, is named; its value is not', () => {
  const wrong = {
    LINTAS_PROT: '1',
    LINTAS_PORT: 'secret',
    LINTAS_DEMO: 'secret',
    LINTAS_TRUSTED_PROXIES: '-1',
    LINTAS_DATABASE_URL: 'mysql://user:secret@db',
    LINTAS_INSTALLATION_KEY: 'secret',
    LINTAS_BUS_URL: 'secret',
    LINTAS_CLAMD_URL: 'http://secret',
  };
  for (const [name, value] of Object.entries(wrong)) {
    assert.throws(
      () => readConfig({ [name]: value }),
      (error) =>
        error instanceof ConfigError && error.message.includes(name) && !error.message.includes('secret'),
    );
  }
});

test('an installation key is 32 bytes as "lintas installation-key" writes them, and nothing like it', () => {
  assert.equal(readConfig({}).installationKey, undefined);
  const bytes = Buffer.from(Array.from({ length: 32 }, (_, index) => 255 - 7 * index));
  const text = bytes.toString('base64url');
  assert.deepEqual(Buffer.from(readConfig({ LINTAS_INSTALLATION_KEY: text }).installationKey ?? []), bytes);
  const unlike = [text.slice(1), `${text}A`, `${text}=`, `${text}\n`, ` ${text}`, bytes.toString('base64')];
  // One symbol of another alphabet; bits that belong to no byte.
  for (const wrong of [...unlike, `+${text.slice(1)}`, `${text.slice(0, -1)}B`, bytes.toString('hex')]) {
    assert.throws(
      () => readConfig({ LINTAS_INSTALLATION_KEY: wrong }),
      (error) => error instanceof ConfigError && !error.message.includes(wrong.trim()),
    );
  }
});

test('files are searched for malware when the address of a scanner is given', () => {
  assert.equal(readConfig({}).clamdUrl, undefined);
  for (const url of ['tcp://127.0.0.1:3310', 'unix:/run/clamav/clamd.ctl']) {
    assert.equal(readConfig({ LINTAS_CLAMD_URL: url }).clamdUrl, url);
  }
});

test('a place for documents is a whole path or a bucket, with nothing misspelt', () => {
  const bucket = 's3://papers?endpoint=http://store.example.org:9000&region=id-1';
  for (const url of ['file:///srv/papers', 's3://papers', bucket]) {
    assert.deepEqual(readConfig({ LINTAS_BLOB_URL: url }).blobs, { url });
  }
  const wrong = ['file:papers', 'file://papers/2026', 's3:', 's3://', 's3://papers?enpoint=https://x.org'];
  for (const url of [...wrong, 's3://papers?endpoint=x.org', '/srv/papers']) {
    assert.throws(() => readConfig({ LINTAS_BLOB_URL: url }), ConfigError, url);
  }
});

test('elements stand in frames when their folder is given, and a folder without them is named', async () => {
  assert.equal(readConfig({}).elementsDir, undefined);
  assert.equal(readConfig({ LINTAS_ELEMENTS_DIR: '/srv/cdn' }).elementsDir, '/srv/cdn');
  const folder = await mkdtemp(join(tmpdir(), 'lintas-elements-'));
  for (const without of [folder, join(folder, 'nowhere')])
    await assert.rejects(readElementFiles(without), /LINTAS_ELEMENTS_DIR .*framed\.js/);
  await writeFile(join(folder, 'framed.js'), 'begin();');
  await writeFile(join(folder, 'sri.json'), '{}');
  assert.deepEqual([...(await readElementFiles(folder)).keys()], ['framed.js']);
  await rm(folder, { recursive: true });
});
