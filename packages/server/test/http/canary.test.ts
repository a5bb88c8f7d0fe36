// What is personal is found where it belongs and nowhere else: not in a log, an error, a header or another's
// answer.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AppendEvent } from '@lintas/contract';
import { ORIGIN } from '../fixtures/api.ts';
import { append, createCase, openCase, opening, RECEIVED } from '../fixtures/cases.ts';
import { readFrames } from '../fixtures/frames.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

const CANARIES = {
  initials: 'CNRY-INI',
  nationality: 'QZX',
  externalId: 'CANARY-EXTERNAL',
  office: 'CANARY-OFFICE',
  subKind: 'CANARY-SUBKIND',
  officialCode: 'CANARY-CODE',
  related: 'CANARY-RELATED',
  task: 'CANARY-TASK',
  address: '192.0.2.211',
} as const;

/** What the person themself reads of it. */
const FOR_THE_PERSON: readonly string[] = [CANARIES.office, CANARIES.task];

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);

  test('canaries in every personal field', async () => {
    const created = await createCase(api(), {
      applicant: { initials: CANARIES.initials, nationality: CANARIES.nationality },
      externalId: CANARIES.externalId,
      office: CANARIES.office,
      subKind: CANARIES.subKind,
      officialCode: CANARIES.officialCode,
      relatedReferences: [CANARIES.related],
    });
    const { token } = await openCase(api(), created);
    const secrets = [created.reference, created.pin, token, api().secretKey, api().pageKey];
    const all = [...Object.values(CANARIES), ...secrets];
    const task: AppendEvent = {
      code: 'tasks_updated',
      change: 'information',
      tasks: [{ kind: 'answer', title: { en: { text: CANARIES.task, reviewed: 'peer' } }, state: 'open' }],
    };
    await append(api(), created.id, RECEIVED);
    await append(api(), created.id, task);
    const from = { token, origin: ORIGIN, address: CANARIES.address };

    // What a person reads, and follows.
    for (const path of ['/v1/status', '/v1/status/events', '/v1/status/decision']) {
      const response = await api().call('GET', path, from);
      assertNone(await response.text(), all, FOR_THE_PERSON, path);
      assertNone(JSON.stringify([...response.headers]), all, [], path);
    }
    const frames = readFrames(
      await api().call('GET', '/v1/status/stream', { ...from, headers: { 'Last-Event-ID': '1' } }),
    );
    for (let count = 0; count < 2; count += 1) {
      assertNone(JSON.stringify((await frames.next()).value), all, FOR_THE_PERSON, 'the stream');
    }
    await frames.return();

    // Everything that goes wrong.
    const wrong = [
      api().call('POST', '/v1/status-sessions', {
        key: api().pageKey,
        body: opening(created.reference, '00000001'),
        address: CANARIES.address,
      }),
      api().call('POST', '/v1/status-sessions', {
        key: api().pageKey,
        body: { ...opening(created.reference, created.pin), x: 1 },
      }),
      api().call('POST', '/v1/applications', {
        token: api().secretKey,
        body: { externalId: CANARIES.externalId, kind: CANARIES.subKind },
      }),
      api().call('GET', `/v1/applications/${created.reference}`, { token: api().secretKey }),
      api().call('GET', `/v1/applications?status=${CANARIES.office}`, { token: api().secretKey }),
      api().call('GET', `/v1/status?token=${token}&reference=${created.reference}`),
      api().call('GET', `/${created.reference}/${token}`),
      api().call('GET', '/v1/status', { token: `${token}x`, address: CANARIES.address }),
      api().call('POST', `/v1/applications/${created.id}/events`, {
        token: api().secretKey,
        body: { ...RECEIVED, reason: CANARIES.task },
      }),
    ];
    for (const response of await Promise.all(wrong)) {
      assert.ok(response.status >= 400);
      assertNone(await response.text(), all, [], String(response.status));
      assertNone(JSON.stringify([...response.headers]), all, [], String(response.status));
    }

    // Another authority, and the log of all of this.
    const other = await api().call('GET', '/v1/applications', { token: api().otherSecretKey });
    assertNone(await other.text(), all, [], "another authority's list");
    assert.ok(api().log.length > 15);
    assertNone(JSON.stringify(api().log), [...all, created.id], [], 'the log');
  });
});

function assertNone(
  text: string,
  canaries: readonly string[],
  allowed: readonly string[],
  where: string,
): void {
  for (const canary of canaries) {
    if (!allowed.includes(canary)) assert.ok(!text.includes(canary), `${canary} in ${where}: ${text}`);
  }
}
