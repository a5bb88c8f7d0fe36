// A request that arrives twice has its effect once.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Database, Transaction } from '../../src/db/database.ts';
import { onceByKey, REPLAY_MS, type Once } from '../../src/db/idempotency.ts';
import { answerSeal } from '../../src/db/sealed-answer.ts';
import { createCryptography } from '../../src/node/cryptography.ts';
import { onEachDatabase } from '../support/databases.ts';
import { insertTenant, NOW } from '../support/rows.ts';

const SECRET = 'PIN 7F3K-9Q2M';
const OURS = createCryptography(new Uint8Array(32));
const ANOTHER = createCryptography(new Uint8Array(32).fill(1));

onEachDatabase((open, engine) => {
  let database: Database;
  let effects = 0;

  before(async () => {
    database = await open();
    await insertTenant(database, 'one');
    await insertTenant(database, 'two');
  });

  /** An effect that can be counted in the database as well. */
  const effect = (transaction: Transaction, topic: string) => async () => {
    effects += 1;
    await transaction.insertInto('outbox').values({ topic, created_at: NOW }).execute();
    return { status: 201, body: JSON.stringify({ secret: SECRET, effects }) };
  };

  const requestOf = (key: string, { tenantId = 'one', caller = 'system', request = 1, now = NOW } = {}) => ({
    ...{ tenantId, caller, key, requestHash: new Uint8Array(32).fill(request), now },
  });

  const post = (
    key: string,
    parts: Parameters<typeof requestOf>[1] = {},
    cryptography = OURS,
  ): Promise<Once> =>
    database.inTenant(parts.tenantId ?? 'one', (transaction) =>
      onceByKey(transaction, requestOf(key, parts), cryptography, effect(transaction, key)),
    );

  const countEffects = (key: string): Promise<number> =>
    database.asOwner(async (transaction) => {
      const rows = await transaction.selectFrom('outbox').select('id').where('topic', '=', key).execute();
      return rows.length;
    });

  test('the second of two equal requests is given the first answer', async () => {
    const first = await post('twice');
    const second = await post('twice');
    assert.equal(first.outcome, 'first');
    assert.deepEqual(second, { ...first, outcome: 'replayed' });
    assert.equal(await countEffects('twice'), 1);
  });

  test('twenty equal requests at once have one effect, and none waits for another', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => post('parallel')));
    const count = (outcome: Once['outcome']): number =>
      outcomes.filter((once) => once.outcome === outcome).length;
    assert.equal(count('first'), 1);
    assert.equal(count('first') + count('replayed') + count('in-progress'), 20);
    assert.equal(await countEffects('parallel'), 1);
  });

  test(
    'a request that arrives while the first one runs is told so',
    { skip: engine === 'PGlite' },
    async () => {
      const started = Promise.withResolvers<void>();
      const finish = Promise.withResolvers<void>();
      const first = database.inTenant('one', (transaction) =>
        onceByKey(transaction, requestOf('slow'), OURS, async () => {
          started.resolve();
          await finish.promise;
          return effect(transaction, 'slow')();
        }),
      );
      await started.promise;
      assert.deepEqual(await post('slow'), { outcome: 'in-progress' });
      finish.resolve();
      assert.equal((await first).outcome, 'first');
      assert.equal((await post('slow')).outcome, 'replayed');
    },
  );

  test('the same key with another request is refused and changes nothing', async () => {
    await post('reused');
    assert.deepEqual(await post('reused', { request: 2 }), { outcome: 'reused' });
    assert.equal(await countEffects('reused'), 1);
  });

  test('two tenants may happen to use the same key', async () => {
    assert.equal((await post('shared')).outcome, 'first');
    assert.equal((await post('shared', { tenantId: 'two' })).outcome, 'first');
  });

  test('two callers of one tenant may happen to use the same key, and neither takes it from the other', async () => {
    const first = await post('ours');
    assert.equal((await post('ours', { caller: 'page', request: 2 })).outcome, 'first');
    assert.deepEqual(await post('ours'), { ...first, outcome: 'replayed' });
  });

  test('the answer is given again for a day, and then the key is free', async () => {
    const after = (milliseconds: number): Date => new Date(NOW.getTime() + milliseconds);
    await post('aged');
    assert.equal((await post('aged', { now: after(REPLAY_MS - 1) })).outcome, 'replayed');
    assert.equal((await post('aged', { now: after(REPLAY_MS), request: 2 })).outcome, 'first');
    assert.equal((await post('aged', { now: after(REPLAY_MS + 1), request: 2 })).outcome, 'replayed');
  });

  describe('a request that failed', () => {
    test('leaves no effect and no answer, so it may be sent again', async () => {
      const attempt = database.inTenant('one', (transaction) =>
        onceByKey(transaction, requestOf('failed'), OURS, async () => {
          await effect(transaction, 'failed')();
          throw new Error('stop');
        }),
      );
      await assert.rejects(attempt, /stop/);
      assert.equal(await countEffects('failed'), 0);
      assert.equal((await post('failed')).outcome, 'first');
    });
  });

  describe('what is stored', () => {
    test('holds neither the answer nor the key in the clear', async () => {
      await post('a-key-to-look-for');
      const rows = await database.asOwner((transaction) =>
        transaction.selectFrom('idempotency').selectAll().execute(),
      );
      const dump = rows.map((row) =>
        Buffer.concat([row.sealed_answer, row.key_hash, row.request_hash]).toString('latin1'),
      );
      assert.ok(dump.length > 0);
      assert.ok(dump.every((text) => !text.includes(SECRET) && !text.includes('a-key-to-look-for')));
    });

    test('is neither found nor opened by whoever guesses the key, without the key of the installation', async () => {
      await post('register-2026-00417');
      assert.equal((await post('register-2026-00417')).outcome, 'replayed');
      assert.equal((await post('register-2026-00417', {}, ANOTHER)).outcome, 'first', 'not found');
      const rows = await database.asOwner((transaction) =>
        transaction.selectFrom('idempotency').selectAll().execute(),
      );
      const opened = async ({ keyedHash }: typeof OURS) => {
        const { unseal } = answerSeal(requestOf('register-2026-00417'), keyedHash);
        const tries = rows.map((row) => unseal(row.sealed_answer, row.status));
        return (await Promise.allSettled(tries)).filter(({ status }) => status === 'fulfilled').length;
      };
      // Each key opens the answer that was sealed with it, and not the other.
      assert.deepEqual([await opened(OURS), await opened(ANOTHER)], [1, 1]);
    });

    test('is not opened when it was moved to another request', async () => {
      await post('from');
      await post('to');
      await database.asOwner(async (transaction) => {
        const rows = await transaction.selectFrom('idempotency').selectAll().orderBy('created_at').execute();
        const sealed = rows.map((row) => row.sealed_answer);
        for (const [index, row] of rows.entries()) {
          await transaction
            .updateTable('idempotency')
            .set({ sealed_answer: sealed[(index + 1) % sealed.length] ?? new Uint8Array() })
            .where('key_hash', '=', row.key_hash)
            .where('tenant_id', '=', row.tenant_id)
            .execute();
        }
      });
      await assert.rejects(post('to'), { name: 'OperationError' });
    });
  });
});
