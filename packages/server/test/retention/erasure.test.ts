// A case is kept to the end of its last day, and then nothing of it is anywhere.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { Authenticity } from '@lintas/contract';
import { sql } from 'kysely';
import * as z from 'zod/mini';
import { verifyAudit } from '../../src/db/audit-check.ts';
import type { Transaction } from '../../src/db/database.ts';
import { sweepErased } from '../../src/documents/expire.ts';
import { followLog } from '../../src/metrics/follow.ts';
import { rebuildRollups } from '../../src/metrics/rebuild.ts';
import { readSums } from '../../src/metrics/rollups.ts';
import { eraseCases } from '../../src/retention/erase-cases.ts';
import { ORIGIN } from '../fixtures/api.ts';
import { createCase, openCase, opening } from '../fixtures/cases.ts';
import { blobsOf, handIn, patch, photo, readDocument, sha256 } from '../fixtures/documents.ts';
import { follow } from '../fixtures/follow.ts';
import { assertProblem } from '../fixtures/problems.ts';
import { listenFor } from '../fixtures/socket.ts';
import { onEachPlace } from '../fixtures/use-api.ts';
import { dumpTables } from '../support/dump.ts';
import { createWholeCase, END, WORDS, type WholeCase } from './whole-case.ts';

const HOUR = 60 * 60_000;
const AUTHORITY = 'authority';

onEachPlace(({ api, store }) => {
  let whole: WholeCase;
  let neighbour: Awaited<ReturnType<typeof createNeighbour>>;
  let measured: unknown;
  let confirmed: Authenticity['attestations'];

  /** A case without an end. */
  async function createNeighbour() {
    const created = await createCase(api());
    const applicant = { applicationId: created.id, token: (await openCase(api(), created)).token };
    return { created, document: (await handIn(api(), applicant, photo(2000))).id };
  }

  const rollups = () =>
    api().database.asOwner((transaction) => readSums(transaction, 'metrics_rollups', AUTHORITY));
  const dump = async () => Object.fromEntries(await dumpTables(api().database));
  const until = (instant: number) => api().pass(instant - api().now());
  const erase = () => eraseCases(api().dependencies);
  const sweep = () => sweepErased(api().dependencies);

  async function check(file: Uint8Array): Promise<Authenticity['attestations']> {
    const body = { sha256: sha256(file) };
    const from = { key: api().pageKey, origin: ORIGIN, body };
    const response = await api().call('POST', '/v1/attestations/check', from);
    return z.parse(Authenticity, await response.json()).attestations;
  }

  before(async () => {
    neighbour = await createNeighbour();
    whole = await createWholeCase(api());
    confirmed = await check(whole.file);
    assert.equal(confirmed.length, 1);
    // Leaves the case marked, to be looked at once more.
    await rebuildRollups(api().database, AUTHORITY);
    measured = await rollups();
  });

  test('to the end of its last day, where the office is, nothing goes', async () => {
    until(END - 1);
    const held = await dump();
    assert.equal(await erase(), 0);
    assert.deepEqual(await dump(), held);
    const columns = Object.entries(await mentions()).filter(([, count]) => count > 0);
    // What is looked for afterwards is there now.
    assert.deepEqual(columns.map(([name]) => name).sort(), [
      'assignments.document_id',
      'attestations.document_id',
      'audit.application_id',
      'audit.document_id',
      'consents.application_id',
      'documents.application_id',
      'events.application_id',
      'metrics_cases.application_id',
      'metrics_queue.application_id',
      'segments.document_id',
      'sessions.application_id',
      'verifications.document_id',
    ]);
    assert.equal((await api().database.asOwner(listGrants)).length, 1);
  });

  test('then it goes, and those who have it open are told that this is over', async () => {
    const { token } = await openCase(api(), whole.created);
    const socket = await listenFor(api());
    const follower = await follow(socket.url, token);
    await follower.next('heartbeat');
    // Somebody is just sending the rest of a file.
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const sending = patch(api(), { token }, whole.unfinished.path, 1000, readable);
    const writer = writable.getWriter();
    await writer.write(whole.half.subarray(1000, 2000));
    until(END);
    assert.equal(await erase(), 1);
    await writer.write(whole.half.subarray(2000));
    await writer.close();
    await assertProblem(await sending, 'upload-busy');
    assert.equal((await follower.ended())?.event, 'end');
    await socket.close();
    await assertProblem(await api().call('GET', '/v1/status', { token }), 'unauthenticated');
  });

  test('its bytes go right after it, also when the store fails in the middle', async () => {
    const [first = ''] = whole.documents;
    assert.ok((await blobsOf(api(), first)).length > 0);
    let calls = 0;
    const failing = {
      ...store().blobs,
      deleteAll: (prefix: string) =>
        (calls += 1) === 2 ? Promise.reject(new Error('The store failed.')) : store().blobs.deleteAll(prefix),
    };
    await sweepErased({ ...api().dependencies, blobs: failing });
    api().pass(HOUR / 6);
    await sweep();
    for (const id of whole.documents) assert.deepEqual(await blobsOf(api(), id), []);
  });

  test('what somebody was just writing goes an hour later', async () => {
    const [id = ''] = whole.documents;
    await store().blobs.put(`segments/${id}/late`, bytes());
    await sweep();
    api().pass(HOUR);
    await sweep();
    for (const each of whole.documents) assert.deepEqual(await blobsOf(api(), each), []);
    assert.deepEqual(await store().leftovers(), []);
  });

  test('then nothing of it is in any table, but the entries of the audit, which name nobody', async () => {
    const columns = Object.entries(await mentions()).filter(([, count]) => count > 0);
    assert.deepEqual(columns.map(([name]) => name).sort(), ['audit.application_id', 'audit.document_id']);
    const { created, documents, consent } = whole;
    const words = [...Object.values(WORDS), ...WORDS.mrz.split('\n'), created.reference];
    for (const [table, text] of Object.entries(await dump())) {
      for (const word of [...words, consent]) assert.ok(!text.includes(word), `${word} in ${table}`);
      if (table === 'audit') continue;
      for (const id of [created.id, ...documents]) assert.ok(!text.includes(id), `${id} in ${table}`);
    }
    assert.deepEqual(await api().database.asOwner(listGrants), []);
    assert.ok(!JSON.stringify(api().log).includes(created.id));
  });

  test('the audit says that it was erased, and its chain is whole', async () => {
    const { entries, finding } = await api().database.asOwner(async (transaction) => ({
      entries: await transaction
        .selectFrom('audit')
        .selectAll()
        .where('action', '=', 'application.erase')
        .execute(),
      finding: await verifyAudit(transaction, AUTHORITY),
    }));
    assert.ok(finding.intact);
    assert.deepEqual(
      entries.map(({ actor, application_id, at }) => [actor, application_id, at.getTime()]),
      [['system', whole.created.id, END]],
    );
  });

  test('another time does nothing', async () => {
    const held = await dump();
    assert.equal(await erase(), 0);
    await sweep();
    assert.deepEqual(await dump(), held);
  });

  test('other cases are as they were', async () => {
    const from = { token: api().secretKey };
    const { created, document } = neighbour;
    assert.equal((await api().call('GET', `/v1/applications/${created.id}`, from)).status, 200);
    const applicant = { applicationId: created.id, token: (await openCase(api(), created)).token };
    assert.equal((await readDocument(api(), applicant, document)).state, 'received');
    assert.ok((await blobsOf(api(), document)).length > 0);
  });

  test('figures are what they were, also when they are computed anew', async () => {
    await followLog(api().database);
    assert.deepEqual(await rollups(), measured);
    await rebuildRollups(api().database, AUTHORITY);
    assert.deepEqual(await rollups(), measured);
  });

  test('its reference and PIN are answered like any that there never was', async () => {
    const { reference, pin } = whole.created;
    const answers = [reference, 'AAZZ-ZZZZ-ZZZZ'].map(async (typed, index) => {
      const response = await api().call('POST', '/v1/status-sessions', {
        key: api().pageKey,
        origin: ORIGIN,
        body: opening(typed, pin),
        address: `198.51.${index}.9`,
      });
      const headers = Object.fromEntries([...response.headers].filter(([name]) => name !== 'request-id'));
      const body = (await response.text()).replace(/"requestId":"[^"]+"/, '');
      return { status: response.status, headers, body };
    });
    const [erased, unknown] = await Promise.all(answers);
    assert.equal(erased?.status, 403);
    assert.deepEqual(erased, unknown);
  });

  describe('the authority', () => {
    const send = ({ path, body, key }: WholeCase['sent']['append' | 'register']) =>
      api().call('POST', path, { token: api().secretKey, body, headers: { 'Idempotency-Key': key } });

    test('does not find it, and no answer of before is given again', async () => {
      const from = { token: api().secretKey };
      await assertProblem(await api().call('GET', `/v1/applications/${whole.created.id}`, from), 'not-found');
      await assertProblem(await send(whole.sent.append), 'not-found');
    });

    test('cannot register it once more', async () => {
      const { errors } = await assertProblem(await send(whole.sent.register), 'invalid-request');
      assert.deepEqual(
        errors?.map(({ pointer, code }) => [pointer, code]),
        [['/retentionUntil', 'in_past']],
      );
    });
  });

  test('whoever has the file still reads that it was confirmed, and that this was taken back', async () => {
    assert.deepEqual(await check(whole.file), confirmed);
    const [attestation] = confirmed;
    const path = `/v1/attestations/${attestation?.id ?? ''}/revoke`;
    assert.equal((await api().call('POST', path, { token: whole.reviewer.token })).status, 204);
    const [revoked] = await check(whole.file);
    assert.ok(revoked?.revokedAt !== undefined);
    assert.deepEqual(await check(whole.half), []);
  });

  /** How often each column that names a case or a document names this one. */
  function mentions(): Promise<Record<string, number>> {
    return api().database.asOwner(async (transaction) => {
      const { rows } = await sql<{ table: string; column: string }>`
        select table_name as "table", column_name as "column" from information_schema.columns
        where table_schema = 'public' and column_name in ('application_id', 'document_id')
      `.execute(transaction);
      const ids = [whole.created.id, ...whole.documents];
      const counts: Record<string, number> = {};
      for (const { table, column } of rows) {
        const found = await sql<{ count: number }>`
          select count(*) as count from ${sql.table(table)} where ${sql.ref(column)} = any (${ids}::text[])
        `.execute(transaction);
        counts[`${table}.${column}`] = found.rows[0]?.count ?? 0;
      }
      return counts;
    });
  }
});

function listGrants(transaction: Transaction) {
  return transaction.selectFrom('survey_grants').select('survey_id').execute();
}

async function* bytes(): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(10);
  await Promise.resolve();
}
