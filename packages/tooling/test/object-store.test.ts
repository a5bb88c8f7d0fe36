// An object store for tests is usable while its command runs, and gone with it, however that ends.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { hasObjectStore } from '../src/object-store.ts';
import { root } from '../src/processes.ts';
import { source } from '../src/tools.ts';

const skip = !hasObjectStore() && process.env['CI'] !== 'true' && 'There is no Ceph.';

test(
  'a store serves its command, and a signal leaves neither store nor folder',
  { skip },
  async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'lintas-test-'));
    context.after(() => rmSync(folder, { recursive: true, force: true }));
    const waitForever = 'console.log(process.env.LINTAS_TEST_S3_URL); setInterval(() => {}, 1000)';
    const command = source('packages/tooling/src/object-store.ts', '--', process.execPath, '-e', waitForever);
    const child = spawn(process.execPath, command, { cwd: root, env: { ...process.env, TMPDIR: folder } });
    const url = new URL(String(await once(child.stdout, 'data')).trim());

    assert.ok(url.username.length > 0 && url.password.length > 0);
    const listing = await fetch(url.origin);
    assert.match(await listing.text(), /<ListAllMyBucketsResult/);
    assert.equal(readdirSync(folder).length, 1);

    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
    assert.deepEqual(readdirSync(folder), []);
    await assert.rejects(fetch(url.origin));
  },
);
