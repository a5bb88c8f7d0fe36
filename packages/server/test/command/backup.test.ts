// Backups of a database server as docs/own-api.md has them made and put back: whole, or refused.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { findPostgres } from '../../../tooling/src/postgres.ts';
import { INSTALLATION_KEY, lintas, temporaryFolder } from '../fixtures/command.ts';
import { createServerDatabase, whyNoServer, type ServerDatabase } from '../support/postgres.ts';

const tools = findPostgres();
const CASE = 'externalId,kind,filedAt,applicant.initials\nA-1,skim,2026-02-01T00:00:00Z,Q\n';

describe('a backup of PostgreSQL', { skip: whyNoServer() || (!tools && 'There is no pg_dump.') }, () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let database: ServerDatabase;
  let restored: ServerDatabase;

  before(async () => {
    [folder, database, restored] = [
      await temporaryFolder(),
      await createServerDatabase(),
      await createServerDatabase(),
    ];
    const file = join(folder.path, 'cases.csv');
    await writeFile(file, CASE);
    const names = ['--name-en', 'Office', '--name-id', 'Kantor'];
    await on(database, 'tenants', 'create', '--id', 'office', ...names, '--issuer', 'AB');
    await on(database, 'import', file, '--tenant', 'office');
  });
  after(async () => {
    await database.remove();
    await restored.remove();
    await folder.remove();
  });

  async function on({ url }: ServerDatabase, ...args: string[]): Promise<string> {
    const environment = { LINTAS_DATABASE_URL: url, LINTAS_INSTALLATION_KEY: INSTALLATION_KEY };
    const { code, out, error } = await lintas(args, environment);
    assert.equal(code, 0, error);
    return out;
  }

  function run(tool: string, ...args: string[]): number | null {
    return spawnSync(join(tools ?? '', tool), args, { stdio: 'ignore' }).status;
  }

  test('is refused to the account that owns the tables, which sees no case', () => {
    assert.notEqual(run('pg_dump', `--file=${join(folder.path, 'owner.sql')}`, database.url), 0);
  });

  test("made by the server's administrator and put back, it has every case and an intact audit", async () => {
    const file = join(folder.path, 'lintas.dump');
    const heads = join(folder.path, 'heads.ndjson');
    assert.equal(run('pg_dump', '--format=custom', `--file=${file}`, database.administratorUrl), 0);
    await writeFile(heads, await on(database, 'audit', 'heads'));
    assert.equal(run('pg_restore', '--exit-on-error', `--dbname=${restored.administratorUrl}`, file), 0);

    const exported = ['export', '--tenant', 'office'];
    assert.match(await on(restored, ...exported), /"externalId":"A-1"/);
    assert.equal(await on(restored, ...exported), await on(database, ...exported));
    assert.match(await on(restored, 'audit', 'verify', '--heads', heads), /^office: intact, 1 entry, as 1 /m);
  });
});
