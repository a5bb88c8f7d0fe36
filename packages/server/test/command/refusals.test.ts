// A call that cannot be: one sentence says what to do, in our own words, and nothing was done.

import assert from 'node:assert/strict';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { INSTALLATION_KEY, lintas, temporaryFolder } from '../fixtures/command.ts';
import { createServerDatabase, queryServer, whyNoServer } from '../support/postgres.ts';

const NOWHERE = '019d092f-7b80-7b82-beef-06a65a34ca59';
const SECRET = 'keys create --tenant office --kind secret --scopes applications:read';
const PUBLISHABLE = 'keys create --tenant office --kind publishable --origins https://help.example.org';

describe('a call that cannot be', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  before(async () => {
    folder = await temporaryFolder();
    const files = {
      'broken.json': '{',
      'list.json': '[]',
      'object.json': '{}',
      'numbers.json': '{"title":1}',
      'text.xlsx': 'nonsense',
      // An empty archive whose directory is far behind its end.
      'damaged.xlsx': Buffer.from('504b0506000000000100010000000000ffffff7f0000', 'hex'),
      'wrong.csv': 'name\nA',
      'cases.csv': '',
    };
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder.path, name), content);
    for (const name of ['folder.json', 'folder.csv', 'folder.xlsx']) await mkdir(join(folder.path, name));
  });
  after(() => folder.remove());

  /** Runs a call of which words with a dot are files of the folder. */
  async function refuse(call: string, environment: Record<string, string> = {}): Promise<string> {
    const words = call.split(' ').map((word) => (/^\w+\.\w+$/.test(word) ? join(folder.path, word) : word));
    const data = join(folder.path, 'data');
    const { code, out, error } = await lintas(words, { LINTAS_DATA_DIR: data, ...environment });
    assert.deepEqual([code, out], [2, ''], `${call}\n${error}`);
    const hint = `\nlintas ${words[0]} --help\n`;
    assert.ok(error.startsWith('lintas: ') && error.endsWith(hint), error);
    return error.slice('lintas: '.length, -hint.length).replaceAll(`${folder.path}/`, '');
  }

  /** Several processes at a time, since each needs a moment to start. */
  async function refuseEach(calls: Readonly<Record<string, string>>): Promise<void> {
    const entries = Object.entries(calls);
    while (entries.length > 0) {
      const some = entries.splice(0, 4);
      const told = await Promise.all(some.map(([call]) => refuse(call)));
      assert.deepEqual(
        Object.fromEntries(some.map(([call], at) => [call, told[at]])),
        Object.fromEntries(some),
      );
    }
    assert.ok(!(await readdir(folder.path)).includes('data'), 'no database was made for nothing');
  }

  test('options that there are not, that lack a value or take none, and words too many', () =>
    refuseEach({
      'export --tenat office': 'There is no option --tenat.',
      'tenants list --id office': 'There is no option --id.',
      'serve -p 80': 'There is no option -p.',
      'export --tenant': '--tenant needs a value.',
      'export --tenant --format csv': '--tenant needs a value before "--format".',
      'retention --dry-run=yes': '--dry-run takes no value.',
      'keys rotate office': 'There is one word too many: "office".',
      'requirements list.json office --tenant office': 'There is one word too many: "office".',
      'metrics rebuild office': 'There is one word too many: "office".',
    }));

  test('values that cannot be, and options that would not count', () =>
    refuseEach({
      [`${SECRET} --days=-1`]: '--days takes a number.',
      [`${SECRET} --origins https://help.example.org`]: '--origins is for publishable keys.',
      [`${PUBLISHABLE} --scopes applications:read`]: '--scopes is for secret keys.',
      'keys revoke': 'Give the id of a key, as "lintas keys list" has it.',
      'surveys import text.xlsx --tenant office --retention-days long': '--retention-days takes a number.',
      'surveys import object.json --tenant office --access token': '--access is for an .xlsx file.',
      'surveys follow-up object.json --tenant office': 'Give --tenant and --id.',
      [`surveys follow-up object.json --tenant office --id ${NOWHERE} --version x`]:
        '--version takes a number.',
    }));

  test('files that there are not, that are folders, or that hold something else', async () => {
    const list =
      'Nothing was written. These values are not acceptable:\nthe whole: This must be of type array.';
    const object =
      'Nothing was published. These values are not acceptable:\nthe whole: This must be of type object.';
    await refuseEach({
      'import none.csv --tenant office': 'The file none.csv cannot be read (ENOENT).',
      'import folder.csv --tenant office': 'folder.csv is a folder: give a file.',
      'requirements none.json --tenant office': 'The file none.json cannot be read (ENOENT).',
      'requirements folder.json --tenant office': 'folder.json is a folder: give a file.',
      'requirements broken.json --tenant office': 'The file broken.json is not valid JSON.',
      'requirements object.json --tenant office': list,
      'surveys import none.json --tenant office': 'The file none.json cannot be read (ENOENT).',
      'surveys import folder.xlsx --tenant office': 'folder.xlsx is a folder: give a file.',
      'surveys import text.xlsx --tenant office': 'This is not an .xlsx file.',
      'surveys import damaged.xlsx --tenant office': 'The file is damaged.',
      'surveys import list.json --tenant office': object,
      [`surveys follow-up broken.json --tenant office --id ${NOWHERE}`]:
        'The file broken.json is not valid JSON.',
    });
    const told = await refuse('surveys import numbers.json --tenant office');
    assert.match(told, /^\/title: This must be of type record\.$/m);
    assert.match(told, /^\/pages: This is required\.$/m);
  });

  test('ids that there are not, and a file whose first line names no columns', async () => {
    const names = ['--name-en', 'Office', '--name-id', 'Kantor', '--issuer', 'AB'];
    const environment = { LINTAS_DATA_DIR: join(folder.path, 'with-office') };
    assert.equal((await lintas(['tenants', 'create', '--id', 'office', ...names], environment)).code, 0);
    for (const [call, sentence] of Object.entries({
      [`keys revoke ${NOWHERE}`]: /^There is no live key with this id\.$/,
      'import cases.csv --tenant offce': /^There is no such authority\.$/,
      'import wrong.csv --tenant office': /^The first line names the columns, of: externalId, /,
      'audit verify --heads folder.json': /^folder\.json is a folder: give a file\.$/,
      [`surveys follow-up object.json --tenant office --id ${NOWHERE}`]:
        /^\/id: There is no such questionnaire\.$/m,
    })) {
      assert.match(await refuse(call, environment), sentence, call);
    }
  });
});

describe('a database server that refuses', { skip: whyNoServer() }, () => {
  test('its refusal is told in our words, with the setting and without its value', async () => {
    const database = await createServerDatabase();
    const weak = `lintas_weak_${process.pid}`;
    await queryServer(`create role ${weak} login password 'canary'`);
    try {
      await database.query(`grant create on database ${new URL(database.url).pathname.slice(1)} to ${weak}`);
      const changed = (change: Partial<Record<'username' | 'password' | 'pathname' | 'port', string>>) =>
        Object.assign(new URL(database.url), change).href;
      const refused = new Map([
        [changed({ password: 'canary' }), /does not take the user or the password/],
        [changed({ pathname: '/canary' }), /has no database of the name/],
        [changed({ username: weak, password: 'canary' }), /lacks a right/],
        [changed({ port: '1' }), /cannot be reached\. It has to run/],
      ]);
      for (const [url, sentence] of refused) {
        const { code, out, error } = await lintas(['keys', 'list'], {
          LINTAS_DATABASE_URL: url,
          LINTAS_INSTALLATION_KEY: INSTALLATION_KEY,
        });
        assert.deepEqual([code, out], [1, ''], error);
        assert.match(error, sentence);
        assert.match(error, /^lintas: .+LINTAS_DATABASE_URL.+\n$/);
        assert.doesNotMatch(error, /canary/);
      }
    } finally {
      await database.remove();
      await queryServer(`drop role ${weak}`);
    }
  });
});
