// What a copy of the database says about who answered what: of an ended day, nothing but what stands in its rows.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { startRetentionWorker } from '../../src/retention/worker.ts';
import { mixAnswers } from '../../src/surveys/mixing.ts';
import { openNewCase } from '../fixtures/documents.ts';
import { answer, blind, newReceipt, publish } from '../fixtures/surveys.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const PEOPLE = 10;
const TABLES = ['survey_responses', 'survey_texts', 'survey_counts', 'survey_tokens', 'survey_grants'];

onEachDatabase((openDatabase, engine) => {
  const api = useApi(openDatabase);
  let id = '';
  const mix = () => mixAnswers(api().database, new Date(api().now()));

  async function query<Row>(text: string): Promise<Row[]> {
    return api().database.asOwner(
      async (transaction) => (await sql.raw<Row>(text).execute(transaction)).rows,
    );
  }

  const read = (table: string, order: string) =>
    query<{ xmin: string; row: Record<string, unknown> }>(
      `select xmin::text, to_jsonb(t) - 'unmixed' as row from ${table} t order by ${order}`,
    );

  /** Rows of other tables that were written by the same transaction as a row of this one. */
  async function writtenWith(table: string): Promise<number> {
    const tables = await query<{ name: string }>(`
      select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> '${table}'`);
    const counts = tables.map(
      ({ name }) =>
        `(select count(*) from ${name} other join ${table} mine on other.xmin::text = mine.xmin::text)`,
    );
    const [row] = await query<{ n: number }>(`select ${counts.join(' + ')} as n`);
    return Number(row?.n);
  }

  /** Somebody opens their case and answers, as a page sends it. */
  async function takePart(number: number): Promise<void> {
    const person = await openNewCase(api());
    const { body, finish } = await blind(api(), id);
    const send = (path: string, parts: object) =>
      api().call('POST', `/v1/surveys/${id}/${path}`, {
        headers: { 'Idempotency-Key': `${path}-${number}` },
        ...parts,
      });
    const token = await finish(await send('tokens', { token: person.token, body }));
    const answers = { time: 1 + (number % 4), helped: 'no', why: `Words of person ${number}.` };
    const response = { version: 1, language: 'en', receipt: newReceipt(), answers, token };
    const sent = [];
    for (let i = 0; i < 3; i += 1) sent.push(await send('responses', { key: api().pageKey, body: response }));
    for (const each of sent) {
      assert.equal(each.status, 201);
      assert.deepEqual(await each.json(), { received: true });
    }
  }

  before(async () => {
    id = await publish(api(), { access: 'token' });
    for (let number = 0; number < PEOPLE; number += 1) await takePart(number);
  });

  test('of an answer, a token or an erasure no first answer is kept, with the time in it', async () => {
    const body = { receipt: newReceipt() };
    const headers = { 'Idempotency-Key': 'erase' };
    const erased = await api().call('POST', `/v1/surveys/${id}/erasures`, {
      ...{ key: api().pageKey, body, headers },
    });
    assert.equal(erased.status, 204);
    assert.deepEqual(await query('select created_at from idempotency'), []);
  });

  test('a day stays as it is until nobody can write to it any more', async () => {
    const first = await read('survey_responses', 'xmin::text::bigint');
    assert.equal(new Set(first.map(({ xmin }) => xmin)).size, PEOPLE);
    // This is what an ended day must not show any more.
    assert.ok((await writtenWith('survey_texts')) > 0);
    api().pass(DAY - (api().now() % DAY) + HOUR - 1);
    await mix();
    assert.deepEqual(await read('survey_responses', 'xmin::text::bigint'), first);
  });

  describe('of an ended day', () => {
    const come: Record<string, unknown[]> = {};

    before(async () => {
      for (const table of TABLES) {
        const rows = await read(table, 'xmin::text::bigint, ctid');
        come[table] = rows.map(({ row }) => row);
      }
      api().pass(1);
      // As it happens beside requests.
      await startRetentionWorker(api().dependencies)();
    });

    for (const table of TABLES) {
      test(`nothing was written together with ${table}, and their place says nothing`, async () => {
        assert.equal(await writtenWith(table), 0);
        const rows = await read(table, 'ctid');
        assert.equal(new Set(rows.map(({ xmin }) => xmin)).size, 1);
        const lie = rows.map(({ row }) => row);
        assert.notDeepEqual(lie, come[table]);
        // All of them, with everything in them.
        assert.deepEqual(sorted(lie), sorted(come[table]));
      });
    }

    test('nothing is written once more', async () => {
      const [row] = await read('survey_responses', 'ctid');
      api().pass(DAY);
      await mix();
      assert.deepEqual((await read('survey_responses', 'ctid'))[0], row);
    });
  });

  test(
    'who takes an answer back just then has it taken back',
    { skip: engine === 'PGlite' && 'It does one thing at a time.' },
    async () => {
      const open = await publish(api());
      const receipts = Array.from({ length: 30 }, newReceipt);
      for (const receipt of receipts)
        await answer(api(), open, { time: 1, helped: 'no', why: 'Private.' }, { receipt });
      api().pass(2 * DAY);
      const erase = (receipt: string) =>
        api().call('POST', `/v1/surveys/${open}/erasures`, { key: api().pageKey, body: { receipt } });
      await Promise.all([mix(), ...receipts.map(erase), mix()]);
      const left = (table: string) => query(`select from ${table} where survey_id = '${open}'`);
      assert.deepEqual([await left('survey_responses'), await left('survey_texts')], [[], []]);
    },
  );
});

function sorted(rows: readonly unknown[] = []): string[] {
  return rows.map((row) => JSON.stringify(row)).toSorted();
}
