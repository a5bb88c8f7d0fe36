// What is announced is looked at before a byte of it is taken: a person hears at once that a file cannot be used.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import {
  Document,
  MAX_DOCUMENT_BYTES,
  type CreateDocument,
  type DocumentRequirementInput,
} from '@lintas/contract';
import { sql } from 'kysely';
import * as z from 'zod/mini';
import { MAX_CASE_BYTES, MAX_DOCUMENTS, MAX_ENDED } from '../../src/documents/announce.ts';
import { sweepBlobs } from '../../src/documents/expire.ts';
import { writeRequirements } from '../../src/documents/requirements.ts';
import {
  announce,
  blobsOf,
  handIn,
  listDocuments,
  openNewCase,
  patch,
  photo,
  readDocument,
  type Applicant,
} from '../fixtures/documents.ts';
import { assertProblem } from '../fixtures/problems.ts';
import { requirement } from '../fixtures/requirements.ts';
import { claim, decide } from '../fixtures/reviewers.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

const DAY = 24 * 60 * 60_000;
const IDENTITY = requirement({ maxBytes: 4000, alternatives: ['unhcr_card'] });
const LARGE: DocumentRequirementInput = { ...IDENTITY, id: 'large', maxBytes: MAX_DOCUMENT_BYTES };
const OTHER_KIND: DocumentRequirementInput = { ...IDENTITY, id: 'for-visas', kind: 'visa_visit' };

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);
  before(() =>
    api().dependencies.database.asOwner((transaction) =>
      writeRequirements(transaction, 'authority', [IDENTITY, LARGE, OTHER_KIND], new Date(api().now())),
    ),
  );

  const FILE: CreateDocument = { kind: 'passport', mediaType: 'image/jpeg', bytes: 3000 };
  const send = ({ token }: Applicant, input: Partial<CreateDocument>) =>
    api().call('POST', '/v1/documents', { token, body: { ...FILE, ...input } });

  test('a file that is not taken is refused with its reason', async () => {
    const applicant = await openNewCase(api());
    const wrong: [Partial<CreateDocument>, string][] = [
      [{ bytes: 0 }, 'empty'],
      [{ mediaType: 'image/svg+xml' }, 'type_not_supported'],
      [{ mediaType: 'text/html' }, 'type_not_supported'],
      [{ bytes: 26 * 1024 * 1024 }, 'too_large'],
      [{ requirementId: 'identity', mediaType: 'application/pdf' }, 'type_not_supported'],
      [{ requirementId: 'identity', bytes: 4001 }, 'too_large'],
    ];
    for (const [input, reason] of wrong) {
      assert.equal((await assertProblem(await send(applicant, input), 'file-not-taken')).reason, reason);
    }
    assert.deepEqual(await listDocuments(api(), applicant), []);
    for (const kind of ['passport', 'unhcr_card'] as const) {
      assert.equal((await send(applicant, { requirementId: 'identity', kind })).status, 201);
    }
  });

  test('what does not belong together is refused with its place', async () => {
    const applicant = await openNewCase(api());
    const others = await announce(api(), await openNewCase(api()), photo(3000));
    const wrong: [Partial<CreateDocument>, string][] = [
      [{ requirementId: 'unheard-of' }, '/requirementId'],
      [{ requirementId: 'for-visas' }, '/requirementId'],
      [{ requirementId: 'identity', kind: 'medical' }, '/kind'],
      [{ replaces: others.id }, '/replaces'],
      [{ bytes: MAX_DOCUMENT_BYTES + 1 }, '/bytes'],
    ];
    for (const [input, pointer] of wrong) {
      const { errors } = await assertProblem(await send(applicant, input), 'invalid-request');
      assert.deepEqual(
        errors?.map((error) => error.pointer),
        [pointer],
      );
    }
  });

  test('a name comes without the places on the device that it was in', async () => {
    const applicant = await openNewCase(api());
    for (const fileName of ['C:\\fakepath\\scan.jpg', '/home/somebody/scan.jpg', 'scan.jpg']) {
      assert.equal((await announce(api(), applicant, photo(3000), { fileName })).fileName, 'scan.jpg');
    }
  });

  describe('a case', () => {
    test(`holds ${MAX_DOCUMENTS} documents, however many are announced at once`, async () => {
      const applicant = await openNewCase(api());
      for (let count = 0; count < MAX_DOCUMENTS - 2; count += 1) {
        assert.equal((await send(applicant, {})).status, 201);
      }
      const answers = await Promise.all(Array.from({ length: 6 }, () => send(applicant, {})));
      assert.equal(answers.filter(({ status }) => status === 201).length, 2);
      for (const answer of answers.filter(({ status }) => status !== 201)) {
        await assertProblem(answer, 'too-many-documents');
      }
      const [first] = await listDocuments(api(), applicant);
      await api().call('DELETE', `/v1/documents/${first?.id}`, { token: applicant.token });
      assert.equal((await send(applicant, {})).status, 201);
    });

    test('has only so many announced in a day that do not stay, and more on the next day', async () => {
      const applicant = await openNewCase(api());
      const withdrawOne = async () => {
        const { id } = z.parse(Document, await (await send(applicant, {})).json());
        await api().call('DELETE', `/v1/documents/${id}`, { token: applicant.token });
        return id;
      };
      const first = await withdrawOne();
      // As many more as that, but faster.
      await api().database.asOwner((transaction) =>
        sql`
          insert into documents
          select (jsonb_populate_record(d, jsonb_build_object('id', d.id || '-' || n))).*
          from documents d, generate_series(1, ${MAX_ENDED - 2}::integer) n where d.id = ${first}
        `.execute(transaction),
      );
      await withdrawOne();
      await assertProblem(await send(applicant, {}), 'too-many-documents');
      assert.equal((await send(await openNewCase(api()), {})).status, 201);
      api().pass(DAY);
      assert.equal((await send({ ...applicant, token: await applicant.reopen() }, {})).status, 201);
    });

    test('holds two gibibytes', async () => {
      const applicant = await openNewCase(api());
      const large = { requirementId: 'large', bytes: MAX_DOCUMENT_BYTES };
      for (let bytes = 0; bytes < MAX_CASE_BYTES; bytes += MAX_DOCUMENT_BYTES) {
        assert.equal((await send(applicant, large)).status, 201);
      }
      await assertProblem(await send(applicant, { bytes: 1 }), 'too-many-documents');
    });
  });

  describe('a document that replaces another', () => {
    test('takes its place once it is here, and not before', async () => {
      const applicant = await openNewCase(api());
      const first = await handIn(api(), applicant, photo(3000), { requirementId: 'identity' });
      const second = photo(3500);
      const { id, path } = await announce(api(), applicant, second, {
        requirementId: 'identity',
        replaces: first.id,
      });
      await patch(api(), applicant, path, 0, second.subarray(0, 3000));
      assert.equal((await readDocument(api(), applicant, first.id)).state, 'received');
      await handIn(api(), applicant, second, { requirementId: 'identity', replaces: first.id });
      await sweepBlobs(api().dependencies);
      assert.deepEqual(
        (await listDocuments(api(), applicant)).map((document) => [document.id, document.state]),
        [[id, 'received']],
      );
      assert.deepEqual(await blobsOf(api(), first.id), []);
    });

    test('that was not good enough leaves the other where it is', async () => {
      const applicant = await openNewCase(api());
      const first = await handIn(api(), applicant, photo(3000));
      const notWhatItSays = Buffer.alloc(3000, 'x');
      const second = await handIn(api(), applicant, notWhatItSays, { replaces: first.id });
      assert.equal(second.state, 'needs_better_copy');
      assert.equal((await readDocument(api(), applicant, first.id)).state, 'received');
    });

    test('takes away all that came before it for its place, but nothing that was accepted', async () => {
      const authority = { token: api().secretKey };
      for (const outcome of ['needs_better_copy', 'accepted'] as const) {
        const applicant = await openNewCase(api());
        const first = await handIn(api(), applicant, photo(3000));
        const second = await handIn(api(), applicant, Buffer.alloc(3000, 'x'), { replaces: first.id });
        assert.equal(second.state, 'needs_better_copy');
        await claim(api(), authority, first.id);
        const reason = outcome === 'accepted' ? {} : { reason: 'blurred' as const };
        assert.equal((await decide(api(), authority, first.id, { outcome, ...reason })).status, 200);
        const third = await handIn(api(), applicant, photo(3500), { replaces: second.id });
        const left = (await listDocuments(api(), applicant)).map(({ id, state }) => `${state} ${id}`);
        const stays = outcome === 'accepted' ? [`accepted ${first.id}`] : [];
        assert.deepEqual(left.sort(), [...stays, `received ${third.id}`]);
      }
    });
  });
});
