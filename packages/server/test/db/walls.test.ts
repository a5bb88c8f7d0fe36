// No tenant sees or changes another's rows, whatever a handler asks for.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { sql } from 'kysely';
import type { Database, Transaction } from '../../src/db/database.ts';
import { onEachDatabase } from '../support/databases.ts';
import { applicationRow, insertApplication, insertKey, insertTenant, NOW } from '../support/rows.ts';

const NOT_ALLOWED = { code: '42501' };

onEachDatabase((open) => {
  let database: Database;
  const keyHash = new Uint8Array(32).fill(7);

  before(async () => {
    database = await open();
    for (const tenant of ['one', 'two']) {
      await insertTenant(database, tenant);
      await insertApplication(database, tenant, `case-of-${tenant}`);
    }
    await insertKey(database, 'one', 'key-of-one', keyHash);
  });

  const countAll = (): Promise<string> =>
    database.asOwner(async (transaction) => {
      const rows = await transaction
        .selectFrom('applications')
        .select(['id', 'updated_at'])
        .orderBy('id')
        .execute();
      return JSON.stringify(rows);
    });

  describe('a tenant', () => {
    test('sees its own cases and no others', async () => {
      const ids = await database.inTenant('one', (transaction) =>
        transaction.selectFrom('applications').select('id').execute(),
      );
      assert.deepEqual(ids, [{ id: 'case-of-one' }]);
    });

    test('finds nothing under the id of another tenant, and changes nothing there', async () => {
      const before = await countAll();
      const changed = await database.inTenant('one', (transaction) =>
        transaction
          .updateTable('applications')
          .set({ updated_at: new Date(0) })
          .where('id', '=', 'case-of-two')
          .executeTakeFirst(),
      );
      assert.equal(changed.numUpdatedRows, 0n);
      assert.equal(await countAll(), before);
    });

    test('cannot write a row in the name of another', async () => {
      const before = await countAll();
      const attempt = database.inTenant('one', (transaction) =>
        transaction.insertInto('applications').values(applicationRow('two', 'planted')).execute(),
      );
      await assert.rejects(attempt, NOT_ALLOWED);
      assert.equal(await countAll(), before);
    });

    test('cannot move to another tenant with a name that is SQL', async () => {
      const ids = await database.inTenant("x' or tenant_id = 'two", (transaction) =>
        transaction.selectFrom('applications').select('id').execute(),
      );
      assert.deepEqual(ids, []);
    });

    test('named "*" sees nothing: only the owner may ask for all', async () => {
      const ids = await database.inTenant('*', (transaction) =>
        transaction.selectFrom('applications').select('id').execute(),
      );
      assert.deepEqual(ids, []);
    });
  });

  /** Everything that a request's transaction must not be able to do, whatever SQL gets into it. */
  const forbidden: Record<string, (transaction: Transaction) => Promise<unknown>> = {
    'switch row-level security off': (t) =>
      sql`alter table applications disable row level security`.execute(t),
    'read the hashes of keys': (t) => t.selectFrom('keys').select('hash').execute(),
    'read sessions': (t) => t.selectFrom('sessions').selectAll().execute(),
    'read the outbox': (t) => t.selectFrom('outbox').selectAll().execute(),
    'change an event': (t) => t.updateTable('events').set({ event: '{}' }).execute(),
    'delete a case': (t) => t.deleteFrom('applications').execute(),
    'give a case another reference': (t) => t.updateTable('applications').set({ reference: 'x' }).execute(),
    'change the audit log': (t) => t.updateTable('audit').set({ actor: 'nobody' }).execute(),
    'delete from the audit log': (t) => t.deleteFrom('audit').execute(),
    'read how the installation key is recognised': (t) => t.selectFrom('installation').selectAll().execute(),
    'find a case by its reference': (t) => sql`select * from find_case('ref-case-of-two')`.execute(t),
  };

  for (const [deed, attempt] of Object.entries(forbidden)) {
    test(`a tenant's transaction cannot ${deed}`, async () => {
      await assert.rejects(database.inTenant('one', attempt), NOT_ALLOWED);
    });
  }

  describe('the gate', () => {
    for (const table of [
      'tenants',
      'keys',
      'applications',
      'events',
      'sessions',
      'idempotency',
      'audit',
      'installation',
    ] as const) {
      test(`cannot read the table ${table}`, async () => {
        const attempt = database.atGate((transaction) => transaction.selectFrom(table).selectAll().execute());
        await assert.rejects(attempt, NOT_ALLOWED);
      });
    }

    test('finds a live key by its hash, and none that is revoked', async () => {
      const find = () =>
        database.atGate(async (transaction) => {
          const { rows } = await sql<{ id: string }>`select id from find_key(${keyHash}, ${NOW})`.execute(
            transaction,
          );
          return rows;
        });
      assert.deepEqual(await find(), [{ id: 'key-of-one' }]);
      await database.asOwner((transaction) =>
        transaction.updateTable('keys').set({ revoked_at: NOW }).execute(),
      );
      assert.deepEqual(await find(), []);
    });

    test('finds a case by its exact reference only', async () => {
      const { rows } = await database.atGate((transaction) =>
        sql`select id, tenant_id from find_case('ref-case-of-two') union all
            select id, tenant_id from find_case('ref-case-of-%')`.execute(transaction),
      );
      assert.deepEqual(rows, [{ id: 'case-of-two', tenant_id: 'two' }]);
    });
  });

  test('every table with a tenant is walled, for its owner too', async () => {
    const { rows } = await database.asOwner((transaction) =>
      sql`select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
          where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname = 'tenant_id'
            and not (c.relrowsecurity and c.relforcerowsecurity)`.execute(transaction),
    );
    assert.deepEqual(rows, []);
  });

  test('the roles of requests own nothing, cannot log in and bypass nothing', async () => {
    const { rows } = await database.asOwner((transaction) =>
      sql`select rolname from pg_roles r where rolname in ('lintas_app', 'lintas_gate')
            and (rolcanlogin or rolsuper or rolbypassrls or rolcreaterole or rolcreatedb
              or exists (select from pg_class where relowner = r.oid))`.execute(transaction),
    );
    assert.deepEqual(rows, []);
  });
});
