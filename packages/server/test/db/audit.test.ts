// Whoever tampers with the audit log is noticed.

import assert from 'node:assert/strict';
import { before, beforeEach, describe, test } from 'node:test';
import { sql } from 'kysely';
import { verifyAudit, type AuditFinding, type AuditHead } from '../../src/db/audit-check.ts';
import { recordAudit } from '../../src/db/audit.ts';
import type { Database } from '../../src/db/database.ts';
import { onEachDatabase } from '../support/databases.ts';
import { insertTenant, NOW } from '../support/rows.ts';

onEachDatabase((open) => {
  let database: Database;
  let exported: AuditHead;

  before(async () => {
    database = await open();
    await insertTenant(database, 'one');
    await insertTenant(database, 'two');
  });

  beforeEach(async () => {
    await database.asOwner((transaction) => transaction.deleteFrom('audit').execute());
    for (let entry = 1; entry <= 5; entry += 1) await record('one', `key:"k${entry}"\n\u0007é\u{1F600}\\`);
    await record('two', 'system');
    const finding = await verify();
    assert.ok(finding.intact);
    exported = finding.head;
  });

  const record = (tenantId: string, actor: string): Promise<void> =>
    database.inTenant(tenantId, (transaction) =>
      recordAudit(transaction, { tenantId, at: NOW, actor, action: 'session.open', applicationId: 'case' }),
    );

  const verify = (...heads: readonly AuditHead[]): Promise<AuditFinding> =>
    database.inTenant('one', (transaction) => verifyAudit(transaction, 'one', heads));

  const tamper = (statement: string): Promise<unknown> =>
    database.asOwner((transaction) => sql.raw(statement).execute(transaction));

  /** As an owner of the database could: every entry is another one, and the chain fits. */
  async function rewrite(): Promise<void> {
    await tamper(`delete from audit where tenant_id = 'one'`);
    for (let entry = 1; entry <= 6; entry += 1) await record('one', 'key:innocent');
  }

  test('an untouched chain is whole, each tenant with its own', async () => {
    assert.equal(exported.position, 5);
    await record('one', 'session');
    const finding = await verify(exported);
    assert.ok(finding.intact);
    assert.equal(finding.head.position, 6);
  });

  test('entries that are written at the same time stand one after the other', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, index) => record('one', `key:${index}`)));
    const finding = await verify(exported);
    assert.ok(finding.intact);
    assert.equal(finding.head.position, 15);
  });

  test('an effect that fails leaves no entry', async () => {
    const attempt = database.inTenant('one', async (transaction) => {
      await recordAudit(transaction, { tenantId: 'one', at: NOW, actor: 'session', action: 'none' });
      throw new Error('stop');
    });
    await assert.rejects(attempt, /stop/);
    assert.deepEqual(await verify(), { intact: true, head: exported });
  });

  const changes = {
    actor: `update audit set actor = 'key:other' where tenant_id = 'one' and position = 3`,
    action: `update audit set action = 'session.close' where tenant_id = 'one' and position = 3`,
    time: `update audit set at = at + interval '1 ms' where tenant_id = 'one' and position = 3`,
    case: `update audit set application_id = null where tenant_id = 'one' and position = 3`,
  };
  for (const [what, statement] of Object.entries(changes)) {
    test(`a changed ${what} is found`, async () => {
      await tamper(statement);
      assert.deepEqual(await verify(), { intact: false, position: 3, how: 'changed' });
    });
  }

  test('a removed entry is found', async () => {
    await tamper(`delete from audit where tenant_id = 'one' and position = 3`);
    assert.deepEqual(await verify(), { intact: false, position: 3, how: 'missing' });
  });

  describe('with a head that was exported', () => {
    test('an end that was cut off is found', async () => {
      await tamper(`delete from audit where tenant_id = 'one' and position >= 4`);
      assert.equal((await verify()).intact, true);
      assert.deepEqual(await verify(exported), { intact: false, position: 4, how: 'missing' });
    });

    test('a chain that was written anew is found', async () => {
      await rewrite();
      assert.equal((await verify()).intact, true);
      assert.deepEqual(await verify(exported), { intact: false, position: 5, how: 'rewritten' });
    });

    test('each of several heads counts, whatever their order', async () => {
      await record('one', 'session');
      const later = await verify();
      assert.ok(later.intact);
      assert.equal((await verify(later.head, exported)).intact, true);
      await rewrite();
      assert.deepEqual(await verify(later.head, exported), { intact: false, position: 5, how: 'rewritten' });
      assert.deepEqual(await verify(later.head), { intact: false, position: 6, how: 'rewritten' });
    });
  });
});
