// Every file is read once, however many there are, and none is missed or called missing that was taken back meanwhile.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { readStoredFiles, type StoredFile } from '../../src/documents/stored-files.ts';
import { handIn, openNewCase, photo } from '../fixtures/documents.ts';
import { onEachPlace } from '../fixtures/use-api.ts';

/** More than are listed at once, twice over. */
const COPIES = 230;

onEachPlace(({ api }) => {
  const read = async (onEach: (file: StoredFile) => Promise<void> = () => Promise.resolve()) => {
    const files: StoredFile[] = [];
    for await (const file of readStoredFiles(api().dependencies)) {
      files.push(file);
      await onEach(file);
    }
    return files;
  };

  test('every file of every document is read once', async () => {
    const { id } = await handIn(api(), await openNewCase(api()), photo(1000));
    await api().database.asOwner(async (transaction) => {
      await sql`
        insert into documents select (jsonb_populate_record(d, jsonb_build_object('id', d.id || '-' || n))).*
        from documents d, generate_series(1, ${COPIES}) n where d.id = ${id}
      `.execute(transaction);
    });
    const names = (await read()).map(
      ({ document, what, fault }) => `${document} ${what} ${fault ?? 'whole'}`,
    );
    assert.equal(new Set(names).size, 2 * (COPIES + 1));
    assert.equal(names.length, 2 * (COPIES + 1));
    assert.ok(names.every((name) => name.endsWith('whole')));
    await api().database.asOwner((transaction) =>
      sql`delete from documents where id like ${`${id}-%`}`.execute(transaction),
    );
  });

  test('a document that is taken back while all are read is not called missing', async () => {
    const applicant = await openNewCase(api());
    const ids = [
      await handIn(api(), applicant, photo(1000)),
      await handIn(api(), applicant, photo(1000)),
    ].map(({ id }) => id);
    let taken = '';
    const files = await read(async ({ document }) => {
      if (taken || !ids.includes(document)) return;
      taken = ids.find((id) => id !== document) ?? '';
      const { token } = applicant;
      assert.equal((await api().call('DELETE', `/v1/documents/${taken}`, { token })).status, 204);
    });
    assert.deepEqual(
      files.filter(({ fault }) => fault !== undefined),
      [],
    );
    assert.ok(!files.some(({ document }) => document === taken));
  });
});
