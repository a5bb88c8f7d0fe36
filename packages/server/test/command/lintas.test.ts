// The command line on an embedded database, from nothing to an imported case.

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { lintas, serveProcess, useFolder } from '../fixtures/command.ts';

describe('lintas', () => {
  const folder = useFolder();
  const { environment } = folder;

  test('explains itself, and every command', async () => {
    const { code, out } = await lintas(['--help']);
    assert.equal(code, 0);
    const commands = ['serve', 'migrate', 'installation-key', 'seed', 'tenants', 'keys', 'import', 'export'];
    for (const name of [...commands, 'metrics', 'audit', 'retention']) {
      assert.ok(out.includes(`  ${name} `), name);
    }
    assert.match((await lintas(['import', '--help'])).out, /Usage: lintas import/);
    assert.match(out, /LINTAS_DATABASE_URL/);
  });

  test('says in a sentence what is wrong with a call, and exits with 2', async () => {
    for (const args of [['serf'], ['keys', 'create'], ['export', '--tenat', 'x'], ['seed']]) {
      const { code, error } = await lintas(args, environment);
      assert.equal(code, 2, args.join(' '));
      assert.match(error, /^lintas: .+\nlintas .*--help.*\n$/, args.join(' '));
    }
  });

  test('does not start with a setting that there is not', async () => {
    const { code, error } = await lintas(['serve'], { LINTAS_PROT: '1' });
    assert.equal(code, 1);
    assert.match(error, /LINTAS_PROT/);
  });

  test('does nothing for a tenant that there is not, or that would not be told from another', async () => {
    const create = (id: string, ...rest: string[]) =>
      lintas(['tenants', 'create', '--id', id, '--name-id', 'Kantor', ...rest], environment);
    assert.equal((await create('first', '--name-en', 'First', '--issuer', 'CD')).code, 0);
    for (const wrong of [
      await create('second', '--name-en', 'Second', '--issuer', 'CD'),
      await create('first', '--name-en', 'First', '--issuer', 'CE'),
      await create('nameless', '--name-en', ' '),
      await lintas(['export', '--tenant', 'frist'], environment),
      await lintas(['keys', 'rotate', 'first'], environment),
    ]) {
      assert.equal(wrong.code, 2, wrong.error);
      assert.equal(wrong.out, '');
      assert.match(wrong.error, /^lintas: [A-Z-].+\nlintas \w+ --help\n$/);
    }
    const { out } = await lintas(['tenants', 'list'], environment);
    assert.equal(out, 'first\tauthority\tCD\tFirst\t\n');
  });

  test('gives a partner no key that only an authority can use, and takes blanks between entries', async () => {
    const partner = ['tenants', 'create', '--id', 'helpers', '--name-en', 'Helpers', '--name-id', 'Penolong'];
    assert.equal((await lintas(partner, environment)).code, 0);
    const create = (...rest: string[]) =>
      lintas(['keys', 'create', '--tenant', 'helpers', ...rest], environment);
    for (const scope of ['applications:read', 'surveys:write,applications:write', 'documents:read']) {
      const { code, out, error } = await create('--kind', 'secret', '--scopes', scope);
      assert.deepEqual([code, out], [2, ''], scope);
      assert.match(
        error,
        /only an authority has, .*key takes verifications:write, surveys:write\. .*--issuer/,
      );
    }
    const made = await create('--kind', 'secret', '--scopes', 'verifications:write, surveys:write');
    assert.equal(made.code, 0, made.error);
    const origins = 'https://help.example.org, https://www.help.example.org';
    const forPages = await create('--kind', 'publishable', '--origins', origins);
    assert.equal(forPages.code, 0, forPages.error);
    const { out } = await lintas(['keys', 'list'], environment);
    assert.match(out, /\thttps:\/\/help\.example\.org,https:\/\/www\.help\.example\.org\t/);
  });

  test('sets an authority up, imports its cases, and exports them', async () => {
    const authority = [
      'tenants',
      'create',
      '--id',
      'office',
      '--name-en',
      'Office',
      '--name-id',
      'Kantor',
      '--issuer',
      'AB',
    ];
    assert.equal((await lintas(authority, environment)).code, 0);
    const created = await lintas(
      ['keys', 'create', '--tenant', 'office', '--kind', 'secret', '--scopes', 'applications:read'],
      environment,
    );
    assert.match(created.out, /^[0-9a-f-]{36}\tsk_live_[0-9a-f]{48}\n$/);
    const forPages = ['keys', 'create', '--tenant', 'office', '--kind', 'publishable', '--origins'];
    for (const origin of ['https://*.example.org', 'https://help.example.org/', 'help.example.org']) {
      const refused = await lintas([...forPages, origin], environment);
      assert.equal(refused.code, 2, `${origin}, which no browser ever sends`);
      assert.match(refused.error, /exact origins/);
    }
    const [id = '', key = ''] = created.out.trim().split('\t');
    const secret = [
      'keys',
      'create',
      '--tenant',
      'office',
      '--kind',
      'secret',
      '--scopes',
      'applications:read',
    ];
    const elsewhere = await lintas([...secret, '--networks', '198.51.100.0/24,2001:db8::/32'], environment);
    const [, elsewhereKey = ''] = elsewhere.out.trim().split('\t');
    for (const networks of ['198.51.100.0/33', 'example.org', '198.51.100.1,']) {
      assert.equal((await lintas([...secret, '--networks', networks], environment)).code, 2, networks);
    }
    const listed = await lintas(['keys', 'list'], environment);
    assert.ok(listed.out.includes(id) && !listed.out.includes(key));
    assert.match(listed.out, /applications:read,198\.51\.100\.0\/24,2001:db8::\/32\t.*\tnever used$/m);

    const file = join(folder.path, 'cases.csv');
    await writeFile(
      file,
      'externalId,kind,filedAt,applicant.initials\nA-1,skim,2026-02-01T00:00:00Z,Q\nA-2,x,y,z\n',
    );
    const imported = await lintas(['import', file, '--tenant', 'office'], environment);
    assert.equal(imported.code, 1);
    assert.deepEqual(
      imported.out
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { result: string }).result),
      ['created', 'refused'],
    );
    assert.match(imported.error, /1 created, 0 unchanged, 1 refused/);
    const exported = await lintas(['export', '--tenant', 'office', '--format', 'csv'], environment);
    assert.match(exported.out, /A-1,skim/);

    const server = await serveProcess(environment);
    const read = (by = key) =>
      fetch(`${server.url}/v1/applications`, { headers: { Authorization: `Bearer ${by}` } });
    assert.equal((await read(elsewhereKey)).status, 403);
    const answer = await read();
    assert.equal(answer.status, 200);
    assert.match(await answer.text(), /"reference":"AB/);
    const second = await lintas(['keys', 'revoke', id], environment);
    assert.equal(second.code, 1, 'the folder is in use');
    assert.equal(await server.stop(), 0);
    assert.match((await lintas(['keys', 'list'], environment)).out, new RegExp(`${id}.*\tlast used \\d{4}-`));
    assert.equal((await lintas(['keys', 'revoke', id], environment)).code, 0);
    assert.ok(!server.lines.join().includes(key));
  });
});
