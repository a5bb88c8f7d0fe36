// An object store for tests is usable while its command runs, and gone with it, however that ends.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { hasObjectStore } from '../src/object-store.ts';
import { root, stopProcess } from '../src/processes.ts';
import { source } from '../src/tools.ts';

const skip = !hasObjectStore() && process.env['CI'] !== 'true' && 'There is no Ceph.';

test(
  'a store serves its command, and a signal leaves neither store nor folder',
  { skip },
  async (context) => {
    const { folder, child, url } = await startStore(context);

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

test(
  'a store that waits for itself without end is given up, and another one started',
  { skip },
  async (context) => {
    const { folder, url } = await startStore(context, {
      PATH: `${hangingOnce(context)}:${process.env['PATH']}`,
    });

    const listing = await fetch(url.origin);
    assert.match(await listing.text(), /<ListAllMyBucketsResult/);
    assert.equal(readdirSync(folder).length, 1);
  },
);

/** Starts a store with a folder of its own for what is temporary; both are gone after the test, however it ends. */
async function startStore(context: TestContext, more: NodeJS.ProcessEnv = {}) {
  const folder = temporaryFolder(context);
  const waitForever = 'console.log(process.env.LINTAS_TEST_S3_URL); setInterval(() => {}, 1000)';
  const command = source('packages/tooling/src/object-store.ts', '--', process.execPath, '-e', waitForever);
  const child = spawn(process.execPath, command, {
    cwd: root,
    env: { ...process.env, TMPDIR: folder, ...more },
  });
  context.after(() => stopProcess(child));
  const url = new URL(String(await once(child.stdout, 'data')).trim());
  return { folder, child, url };
}

/** A folder with a `ceph` that never ends when it is called for the first time. */
function hangingOnce(context: TestContext): string {
  const folder = temporaryFolder(context);
  const script = [
    '#!/bin/sh',
    'mkdir "$0.called" 2> /dev/null && exec sleep 1000',
    `PATH='${process.env['PATH']}'`,
    'exec ceph "$@"',
  ];
  writeFileSync(join(folder, 'ceph'), script.join('\n'), { mode: 0o755 });
  return folder;
}

function temporaryFolder(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'lintas-test-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
