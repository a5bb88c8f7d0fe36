// Heads of audit chains that were kept elsewhere: they find what an owner of the database has rewritten, and nobody can
// make them up.

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { sql } from 'kysely';
import { verifyAudit } from '../../src/db/audit-check.ts';
import { exportHeads, readHeads, type ExportedHead } from '../../src/db/audit-heads.ts';
import { recordAudit } from '../../src/db/audit.ts';
import type { Database } from '../../src/db/database.ts';
import { createCryptography } from '../../src/node/cryptography.ts';
import { onEachDatabase } from '../support/databases.ts';
import { insertTenant, NOW } from '../support/rows.ts';

const cryptography = createCryptography(new Uint8Array(32).fill(7));

onEachDatabase((open) => {
  let database: Database | undefined;
  let file = '';

  beforeEach(async () => {
    database ??= await openWithTenants();
    await tamper('delete from audit');
    for (let entry = 1; entry <= 4; entry += 1) await record('one', `key:${entry}`);
    await record('two', 'system');
    const first = await heads();
    await record('one', 'session');
    file = `${first}${await heads()}`;
  });

  async function openWithTenants(): Promise<Database> {
    const opened = await open();
    for (const id of ['one', 'two', 'empty']) await insertTenant(opened, id);
    return opened;
  }

  function opened(): Database {
    if (!database) throw new Error('It is open from the first test on.');
    return database;
  }

  const record = (tenantId: string, actor: string): Promise<void> =>
    opened().inTenant(tenantId, (transaction) =>
      recordAudit(transaction, { tenantId, at: NOW, actor, action: 'session.open' }),
    );

  const tamper = (statement: string): Promise<unknown> =>
    opened().asOwner((transaction) => sql.raw(statement).execute(transaction));

  async function heads(): Promise<string> {
    const lines = await exportHeads(opened(), { cryptography, clock: () => NOW.getTime() });
    return lines.map((line) => `${line}\n`).join('');
  }

  function read(text: string, by = cryptography): readonly ExportedHead[] {
    const found = readHeads(text, by);
    assert.ok('heads' in found);
    return found.heads;
  }

  const check = (tenantId: string) =>
    opened().inTenant(tenantId, (transaction) =>
      verifyAudit(
        transaction,
        tenantId,
        read(file).filter((head) => head.tenantId === tenantId),
      ),
    );

  test('each chain that has entries has a head, with the time', () => {
    assert.deepEqual(
      read(file).map(({ tenantId, position, at }) => [tenantId, position, at.getTime()]),
      [
        ['one', 4, NOW.getTime()],
        ['two', 1, NOW.getTime()],
        ['one', 5, NOW.getTime()],
        ['two', 1, NOW.getTime()],
      ],
    );
  });

  test('fit the chains that they are of, also when these have grown', async () => {
    await record('one', 'session');
    for (const tenantId of ['one', 'two', 'empty']) assert.equal((await check(tenantId)).intact, true);
  });

  describe('find', () => {
    test('a chain that its owner rewrote as a whole', async () => {
      await tamper(`delete from audit where tenant_id = 'one'`);
      for (let entry = 1; entry <= 6; entry += 1) await record('one', 'key:innocent');
      assert.deepEqual(await check('one'), { intact: false, position: 4, how: 'rewritten' });
      assert.equal((await check('two')).intact, true);
    });

    test('an end that was cut off', async () => {
      await tamper(`delete from audit where tenant_id = 'one' and position >= 3`);
      assert.deepEqual(await check('one'), { intact: false, position: 3, how: 'missing' });
    });

    test('an end that was cut off and written anew', async () => {
      await tamper(`delete from audit where tenant_id = 'one' and position = 5`);
      await record('one', 'key:innocent');
      assert.deepEqual(await check('one'), { intact: false, position: 5, how: 'rewritten' });
    });

    test('a changed entry', async () => {
      await tamper(`update audit set actor = 'key:innocent' where tenant_id = 'one' and position = 2`);
      assert.deepEqual(await check('one'), { intact: false, position: 2, how: 'changed' });
    });

    test('a chain that is gone', async () => {
      await tamper(`delete from audit where tenant_id = 'two'`);
      assert.deepEqual(await check('two'), { intact: false, position: 1, how: 'missing' });
    });
  });

  describe('are refused, with the line,', () => {
    const forgeries: Readonly<Record<string, (line: string) => string>> = {
      'with another position': (line) => line.replace('"position":1', '"position":2'),
      'of another tenant': (line) => line.replace('"two"', '"one"'),
      'with another time': (line) => line.replace('2026-', '2025-'),
      'with another hash': (line) => line.replace(/"hash":"../, '"hash":"ff'),
      'with another MAC': (line) => line.replace(/"mac":"../, '"mac":"ff'),
      'without one': (line) => line.replace(/,"mac":"[0-9a-f]+"/, ''),
      'that are none': () => 'moon',
    };
    for (const [what, forge] of Object.entries(forgeries)) {
      test(what, () => {
        const lines = file.trim().split('\n');
        const forged = lines.map((line, index) => (index === 1 ? forge(line) : line)).join('\n');
        assert.notEqual(forged, lines.join('\n'));
        assert.deepEqual(readHeads(forged, cryptography), { faultyLine: 2 });
      });
    }

    test('that another installation has made', () => {
      const other = createCryptography(new Uint8Array(32).fill(8));
      assert.deepEqual(readHeads(file, other), { faultyLine: 1 });
    });
  });
});
