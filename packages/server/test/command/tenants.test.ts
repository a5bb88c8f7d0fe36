// A name with a mistake is put right, and a partner becomes a reviewer later, or is one no longer.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openDatabase } from '../../src/db/open.ts';
import { findTenant } from '../../src/tenants.ts';
import { lintas, temporaryFolder } from '../fixtures/command.ts';

describe('lintas tenants change', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  const tenants = (...args: string[]) => lintas(['tenants', ...args], { LINTAS_DATA_DIR: folder.path });
  const names = ['--name-en', 'Offcie', '--name-id', 'Kantor'];

  before(async () => {
    folder = await temporaryFolder();
    assert.equal((await tenants('create', '--id', 'office', ...names, '--issuer', 'AB')).code, 0);
    assert.equal((await tenants('create', '--id', 'helpers', ...names)).code, 0);
  });
  after(() => folder.remove());

  async function read(id: string) {
    const database = await openDatabase({ folder: join(folder.path, 'database') });
    try {
      const found = await database.asOwner((transaction) => findTenant(transaction, id));
      const { en, id: indonesian } = found?.name ?? {};
      return { english: en?.text, indonesian: indonesian?.text, roles: found?.roles };
    } finally {
      await database.close();
    }
  }

  async function change(...args: string[]): Promise<void> {
    const { code, out, error } = await tenants('change', ...args);
    assert.deepEqual([code, out, error], [0, '', '']);
  }

  test('changes what is given, and nothing else', async () => {
    await change('--id', 'office', '--name-en', 'Office');
    assert.deepEqual(await read('office'), { english: 'Office', indonesian: 'Kantor', roles: [] });
    await change('--id', 'helpers', '--roles', 'verifier');
    assert.deepEqual(await read('helpers'), { english: 'Offcie', indonesian: 'Kantor', roles: ['verifier'] });
    await change('--id', 'helpers', '--name-en', 'Helpers', '--name-id', 'Penolong');
    const helpers = { english: 'Helpers', indonesian: 'Penolong' };
    assert.deepEqual(await read('helpers'), { ...helpers, roles: ['verifier'] });
    const { out } = await tenants('list');
    assert.equal(out, 'helpers\tpartner\t\tHelpers\tverifier\noffice\tauthority\tAB\tOffice\t\n');
    await change('--id', 'helpers', '--roles', 'none');
    assert.deepEqual(await read('helpers'), { ...helpers, roles: [] });
  });

  test('refuses what cannot be, and changes nothing then', async () => {
    const before = await read('office');
    for (const [call, sentence] of [
      [['--name-en', 'Office'], /^lintas: Give --id\./],
      [['--id', 'office'], /^lintas: Give what changes: /],
      [['--id', 'offce', '--name-en', 'Office'], /^lintas: There is no tenant with this id\./],
      [['--id', 'office', '--name-en', 'Of\tfice'], /^lintas: --name-en takes one line/],
      [['--id', 'office', '--name-en', 'Bureau', '--roles', 'verifier'], /^lintas: --roles .+partners/],
      [['--id', 'helpers', '--roles', 'boss'], /^lintas: --roles takes verifier/],
      [['--id', 'office', '--issuer', 'CD'], /^lintas: There is no option --issuer\./],
    ] as const) {
      const { code, error } = await tenants('change', ...call);
      assert.equal(code, 2, error);
      assert.match(error, sentence);
    }
    assert.deepEqual(await read('office'), before);
  });
});
