// A database server for tests is usable while its command runs, and gone with it, however that ends.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { findPostgres } from '../src/postgres.ts';
import { root, stopProcess } from '../src/processes.ts';
import { source } from '../src/tools.ts';

const skip = findPostgres() === undefined && process.env['CI'] !== 'true' && 'There is no PostgreSQL.';

test(
  'a server serves its command, and a signal leaves neither server nor folder',
  { skip },
  async (context) => {
    // Its own place for temporary folders, which the server's account can also enter.
    const folder = mkdtempSync(join(tmpdir(), 'lintas-test-'));
    context.after(() => rmSync(folder, { recursive: true, force: true }));
    chmodSync(folder, 0o755);
    const waitForever = 'console.log(process.env.LINTAS_TEST_POSTGRES_URL); setInterval(() => {}, 1000)';
    const command = source('packages/tooling/src/postgres.ts', '--', process.execPath, '-e', waitForever);
    const child = spawn(process.execPath, command, { cwd: root, env: { ...process.env, TMPDIR: folder } });
    context.after(() => stopProcess(child));
    const url = String(await once(child.stdout, 'data')).trim();

    const client = new pg.Client(url);
    // It will be cut off, and that is an event of its own.
    client.on('error', () => {});
    await client.connect();
    const { rows } = await client.query<{ superuser: string }>(
      "select current_setting('is_superuser') as superuser",
    );
    assert.deepEqual(rows, [{ superuser: 'on' }]);
    assert.equal(readdirSync(folder).length, 1);

    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
    assert.deepEqual(readdirSync(folder), []);
    await assert.rejects(new pg.Client(url).connect());
  },
);
