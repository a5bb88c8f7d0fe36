// What is personal is found where it belongs and nowhere else: not in a log, an error, a header or another's
// answer.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AppendEvent } from '@lintas/contract';
import { finishPending } from '../../src/documents/finish.ts';
import { opening as pdfOpening } from '../documents/checks/pdfs.ts';
import { photograph } from '../documents/checks/pictures.ts';
import { ORIGIN } from '../fixtures/api.ts';
import { append, createCase, openCase, opening, RECEIVED } from '../fixtures/cases.ts';
import { announce, handIn, openNewCase, patch } from '../fixtures/documents.ts';
import { readFrames } from '../fixtures/frames.ts';
import { claim, consentTo, createReviewer } from '../fixtures/reviewers.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';
import { dumpTables } from '../support/dump.ts';

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

  test('canaries in a document: its name, what it says, and what its file says beside the picture', async () => {
    const applicant = await openNewCase(api());
    const reviewer = await createReviewer(api());
    await consentTo(api(), applicant, reviewer.id);
    const names = { fileName: DOCUMENT.fileName, mrz: DOCUMENT.mrz.join('\n') };
    const photo = Buffer.concat([await photograph(), Buffer.from(DOCUMENT.tail)]);
    const { id } = await handIn(api(), applicant, photo, names);
    const active = pdfOpening(`<< /S /JavaScript /JS (${DOCUMENT.script}) >>`);
    const sentBack = await handIn(api(), applicant, Buffer.from(active), {
      ...names,
      mediaType: 'application/pdf',
    });
    assert.equal(sentBack.state, 'needs_better_copy');
    const all = [DOCUMENT.fileName, ...DOCUMENT.mrz, DOCUMENT.name, DOCUMENT.tail, DOCUMENT.script, CAMERA];
    const from = { token: applicant.token, origin: ORIGIN };

    // The person reads the name of the file, and nobody reads anything else.
    const own = await api().call('GET', '/v1/documents', from);
    assertNone(await own.text(), all, [DOCUMENT.fileName], "the person's documents");
    for (const path of ['/v1/status', '/v1/status/events', '/v1/audit', '/v1/consents']) {
      assertNone(await (await api().call('GET', path, from)).text(), all, [], path);
    }
    const { token } = reviewer;
    assertNone(await (await api().call('GET', '/v1/verifications', { token })).text(), all, [], 'the queue');
    assertNone(await (await claim(api(), reviewer, id)).text(), all, [], 'a claimed review');
    const content = await api().call('GET', `/v1/verifications/${id}/content`, { token });
    assertNone(JSON.stringify([...content.headers]), all, [], 'headers of the content');
    assertNone(Buffer.from(await content.arrayBuffer()).toString('latin1'), all, [], 'what reviewers see');

    // What cannot be done now, and what is refused.
    const waiting = await announce(api(), applicant, photo, names);
    await patch(api(), applicant, waiting.path, 0, photo);
    const inspector = { inspect: () => Promise.reject(new Error(`broke at ${DOCUMENT.fileName}`)) };
    await finishPending({ ...api().dependencies, inspector });
    const wrong = await api().call('POST', '/v1/documents', {
      ...from,
      body: { ...names, kind: DOCUMENT.name },
    });
    assert.equal(wrong.status, 422);
    assertNone(await wrong.text(), all, [], 'a refusal');
    assertNone(JSON.stringify(api().log), all, [], 'the log');

    // The database keeps the name and the zone with the document, and forgets both when it is taken back.
    for (const [table, text] of await dumpTables(api().database)) {
      assertNone(
        text,
        all,
        table === 'documents' ? [DOCUMENT.fileName, ...DOCUMENT.mrz, DOCUMENT.name] : [],
        table,
      );
    }
    for (const each of [id, sentBack.id, waiting.id]) {
      assert.equal((await api().call('DELETE', `/v1/documents/${each}`, from)).status, 204);
    }
    for (const [table, text] of await dumpTables(api().database))
      assertNone(text, all, [], `${table}, afterwards`);
  });
});

const CAMERA = 'CANARY-CAMERA';
const DOCUMENT = {
  fileName: 'CANARY-FILE.jpg',
  name: 'CANARYNAME',
  mrz: ['P<IDNCANARYNAME<<SRI<AMINAH<<<<<<<<<<<<<<<<<', 'CANARYNR<7IDN8001014F3501014<<<<<<<<<<<<<<08'],
  tail: 'CANARY-TAIL',
  script: 'CANARY-SCRIPT',
} as const;

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
