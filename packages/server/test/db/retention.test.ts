// What has served its time is gone; what has not stays.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REPLAY_MS } from '../../src/db/idempotency.ts';
import { removeExpired } from '../../src/db/retention.ts';
import { onEachDatabase } from '../support/databases.ts';
import { insertApplication, insertKey, insertTenant, NOW } from '../support/rows.ts';

onEachDatabase((open) => {
  test('ended sessions, old answers and old tries are removed, once or twice over', async () => {
    const database = await open();
    const before = (milliseconds: number): Date => new Date(NOW.getTime() - milliseconds);
    const soon = new Date(NOW.getTime() + 1);
    await insertTenant(database, 'one');
    await insertApplication(database, 'one', 'case');
    await insertKey(database, 'one', 'key', new Uint8Array(32));
    await database.asOwner(async (transaction) => {
      const session = {
        tenant_id: 'one',
        application_id: 'case',
        key_id: 'key',
        ends_at: soon,
        created_at: NOW,
      };
      const answer = { tenant_id: 'one', request_hash: hash(0), status: 201, sealed_answer: hash(0) };
      const tried = { failures: 3 };
      await transaction
        .insertInto('sessions')
        .values([
          { ...session, token_hash: hash(1), expires_at: NOW },
          { ...session, token_hash: hash(2), expires_at: soon },
        ])
        .execute();
      await transaction
        .insertInto('idempotency')
        .values([
          { ...answer, key_hash: hash(1), created_at: before(REPLAY_MS) },
          { ...answer, key_hash: hash(2), created_at: before(REPLAY_MS - 1) },
        ])
        .execute();
      await transaction
        .insertInto('tries')
        .values([
          { ...tried, bucket: hash(1), window_started_at: before(REPLAY_MS), next_allowed_at: NOW },
          { ...tried, bucket: hash(2), window_started_at: before(REPLAY_MS), next_allowed_at: soon },
          { ...tried, bucket: hash(3), window_started_at: before(1), next_allowed_at: NOW },
        ])
        .execute();
    });

    for (let times = 0; times < 2; times += 1) {
      await removeExpired(database, NOW);
      const kept = await database.asOwner(async (transaction) => ({
        sessions: await transaction.selectFrom('sessions').select('token_hash as hash').execute(),
        answers: await transaction.selectFrom('idempotency').select('key_hash as hash').execute(),
        tries: await transaction.selectFrom('tries').select('bucket as hash').orderBy('bucket').execute(),
      }));
      assert.deepEqual(kept, {
        sessions: [{ hash: hash(2) }],
        answers: [{ hash: hash(2) }],
        tries: [{ hash: hash(2) }, { hash: hash(3) }],
      });
    }
  });
});

function hash(byte: number): Uint8Array {
  return new Uint8Array(32).fill(byte);
}
