// What the checks say reaches the person, what they found is written down, and a machine decides nothing about a paper.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CaseView, type Document, type VerificationMethod } from '@lintas/contract';
import * as z from 'zod/mini';
import { finishPending } from '../../../src/documents/finish.ts';
import { InspectorUnavailable } from '../../../src/documents/checks/inspection.ts';
import {
  announce,
  blobsOf,
  handIn,
  openNewCase,
  originalKey,
  patch,
  photo,
  readBlob,
  readDocument,
  readOriginal,
} from '../../fixtures/documents.ts';
import { assertProblem } from '../../fixtures/problems.ts';
import { useApi } from '../../fixtures/use-api.ts';
import { onEachDatabase } from '../../support/databases.ts';
import { letter, opening } from './pdfs.ts';
import { photograph } from './pictures.ts';

const bytes = (file: Buffer): Buffer<ArrayBuffer> => Buffer.from(file);
const PASSPORT = 'P<IDNWIDODO<<SRI<AMINAH<<<<<<<<<<<<<<<<<<<<<';

function resultOf({ verifications }: Document, wanted: VerificationMethod): (string | undefined)[] {
  const found = verifications.filter(({ method }) => method === wanted);
  assert.equal(found.length, 1, `${wanted} is written down once`);
  return [found[0]?.by, found[0]?.result, found[0]?.reason];
}

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);
  /** Segments go a while later. */
  describe('a file that can be used', () => {
    test('a photograph is received; reviewers get a copy without place and camera, the original stays apart', async () => {
      const file = bytes(await photograph());
      const document = await handIn(api(), await openNewCase(api()), file);
      assert.equal(document.state, 'received');
      for (const method of ['checksum', 'format', 'safety', 'image_quality', 'duplicate'] as const) {
        assert.deepEqual(resultOf(document, method), ['system', 'pass', undefined]);
      }
      const { id } = document;
      assert.deepEqual(await blobsOf(api(), id), [await originalKey(api(), id), `copies/${id}`]);
      assert.ok((await readOriginal(api(), id)).includes('CANARY-CAMERA'));
      assert.ok(!(await readBlob(api(), id, `copies/${id}`)).includes('CANARY'));
    });

    test('the pages of a PDF are counted', async () => {
      const document = await handIn(api(), await openNewCase(api()), bytes(await letter(3)), {
        mediaType: 'application/pdf',
      });
      assert.deepEqual([document.state, document.pages], ['received', 3]);
    });

    test('the same file twice is told to who looks at it, and taken all the same', async () => {
      const applicant = await openNewCase(api());
      const file = photo(3000);
      assert.equal(resultOf(await handIn(api(), applicant, file), 'duplicate')[1], 'pass');
      const second = await handIn(api(), applicant, file);
      assert.equal(second.state, 'received');
      assert.deepEqual(resultOf(second, 'duplicate'), ['system', 'inconclusive', 'duplicate']);
      const other = await handIn(api(), await openNewCase(api()), file);
      assert.equal(resultOf(other, 'duplicate')[1], 'pass', 'what others hand in is nobody’s business');
    });

    test('taking it back erases the copy, too', async () => {
      const applicant = await openNewCase(api());
      const { id } = await handIn(api(), applicant, bytes(await photograph()));
      await api().call('DELETE', `/v1/documents/${id}`, { token: applicant.token });
      assert.deepEqual(await blobsOf(api(), id), []);
    });
  });

  test('a file that nobody could use is asked for again at once, with the reason, and the case says so', async () => {
    const applicant = await openNewCase(api());
    const file = bytes(opening('<< /S /JavaScript /JS (1) >>'));
    const document = await handIn(api(), applicant, file, { mediaType: 'application/pdf' });
    assert.deepEqual([document.state, document.reason], ['needs_better_copy', 'active_content']);
    assert.deepEqual(resultOf(document, 'safety'), ['system', 'fail', 'active_content']);
    const response = await api().call('GET', '/v1/status/events', { token: applicant.token });
    assert.match(await response.text(), /document_better_copy_needed/);
    assert.deepEqual(await blobsOf(api(), document.id), [await originalKey(api(), document.id)], 'no copy');
  });

  describe('a machine-readable zone', () => {
    const applicant = () => openNewCase(api(), { applicant: { initials: 'S.A.', nationality: 'IDN' } });
    const withZone = async (mrz: string): Promise<Document> =>
      handIn(api(), await applicant(), photo(2000), { mrz });

    test('that fits is written down', async () => {
      const document = await withZone(`${PASSPORT}\nX1234567<7IDN8001014F3501014<<<<<<<<<<<<<<08`);
      assert.equal(document.state, 'received');
      assert.deepEqual(resultOf(document, 'mrz_check_digits'), ['system', 'pass', undefined]);
      assert.deepEqual(resultOf(document, 'mrz_vs_form'), ['system', 'pass', undefined]);
      assert.deepEqual(resultOf(document, 'expiry'), ['system', 'pass', undefined]);
    });

    test('that was misread, has expired or differs never sends the paper back: a human looks', async () => {
      const misread = await withZone(`${PASSPORT}\nX1234568<7IDN8001014F3501014<<<<<<<<<<<<<<08`);
      assert.equal(misread.state, 'received');
      assert.deepEqual(resultOf(misread, 'mrz_check_digits'), ['system', 'fail', 'could_not_confirm']);

      const expired = await withZone(`${PASSPORT}\nX1234567<7IDN8001014F2501017<<<<<<<<<<<<<<00`);
      assert.equal(expired.state, 'received');
      assert.deepEqual(resultOf(expired, 'expiry'), ['system', 'fail', 'document_expired']);

      const differs = await withZone(`${PASSPORT}\nX1234567<7MMR8001014F3501014<<<<<<<<<<<<<<08`);
      assert.equal(differs.state, 'received');
      assert.deepEqual(resultOf(differs, 'mrz_vs_form'), ['system', 'fail', 'details_differ']);
    });

    test('of a travel document for refugees names no nationality, which is no difference', async () => {
      const document = await withZone(`${PASSPORT}\nX1234567<7XXB8001014F3501014<<<<<<<<<<<<<<08`);
      assert.deepEqual(resultOf(document, 'mrz_vs_form'), ['system', 'inconclusive', 'could_not_confirm']);
    });

    test('that is none is told, too', async () => {
      const document = await withZone(`${'A'.repeat(40)}\n${'A'.repeat(40)}`);
      assert.deepEqual(resultOf(document, 'mrz_check_digits'), ['system', 'inconclusive', 'not_readable']);
    });
  });

  test('a file that nobody can look into now is still being checked, and staff do not get it', async () => {
    const inspector = { inspect: () => Promise.reject(new InspectorUnavailable('CANARY-MESSAGE')) };
    const applicant = await openNewCase(api());
    const file = photo(2000);
    const { id, path } = await announce(api(), applicant, file);
    await patch(api(), applicant, path, 0, file);
    await finishPending({ ...api().dependencies, inspector });
    const { state, verifications } = await readDocument(api(), applicant, id);
    assert.deepEqual([state, verifications.map(({ method }) => method)], ['scanning', ['checksum']]);
    assert.ok(api().log.some(({ error }) => error === 'InspectorUnavailable'));
    assert.ok(!JSON.stringify(api().log).includes('CANARY-MESSAGE'));
    const original = await api().call('GET', `/v1/verifications/${id}/original`, { token: api().secretKey });
    await assertProblem(original, 'not-found');

    api().pass(60_000);
    await finishPending(api().dependencies);
    assert.equal((await readDocument(api(), applicant, id)).state, 'received');
  });

  test('a document that is taken back while it is looked into leaves nothing', async () => {
    const applicant = await openNewCase(api());
    const file = bytes(await photograph());
    const { id, path } = await announce(api(), applicant, file);
    await patch(api(), applicant, path, 0, file);
    const { inspector } = api().dependencies;
    await finishPending({
      ...api().dependencies,
      inspector: {
        async inspect(...given) {
          await api().call('DELETE', `/v1/documents/${id}`, { token: applicant.token });
          return inspector.inspect(...given);
        },
      },
    });
    assert.equal((await readDocument(api(), applicant, id)).state, 'withdrawn');
    assert.deepEqual(await blobsOf(api(), id), []);
    const status = await api().call('GET', '/v1/status', { token: applicant.token });
    assert.equal(z.parse(CaseView, await status.json()).status, 'submitted');
  });
});
