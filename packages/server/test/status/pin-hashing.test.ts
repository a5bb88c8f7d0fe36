// Hashing a PIN takes long on purpose. No transaction is open meanwhile: an embedded database has one only, for all.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Database } from '../../src/db/database.ts';
import { importApplications } from '../../src/import/import.ts';
import { createCryptography } from '../../src/node/cryptography.ts';
import { createCase } from '../fixtures/cases.ts';
import { useApi } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

const LINES = `externalId,kind,filedAt,applicant.initials
H-1,skim,2026-02-01T00:00:00Z,A.B.
H-2,skim,2026-02-01T00:00:00Z,A.B.
`;

onEachDatabase((openDatabase) => {
  let open = 0;
  /** How many transactions were open when each PIN was hashed. */
  const during: number[] = [];
  const cryptography = createCryptography(new Uint8Array(32));
  const api = useApi(async () => countTransactions(await openDatabase(), (change) => (open += change)), {
    cryptography: {
      ...cryptography,
      hashPin: (pin) => {
        during.push(open);
        return cryptography.hashPin(pin);
      },
    },
  });

  test('registering an application', async () => {
    during.length = 0;
    await createCase(api());
    assert.deepEqual(during, [0]);
  });

  test('importing applications, and not at all for those that are there', async () => {
    during.length = 0;
    for (const expected of ['created', 'unchanged']) {
      const chunks = new Blob([LINES]).stream();
      const file = { chunks, format: 'csv', tenantId: 'authority' } as const;
      for await (const { result } of importApplications(file, api().dependencies)) {
        assert.equal(result, expected);
      }
      assert.deepEqual(during, [0, 0]);
    }
  });
});

function countTransactions(database: Database, count: (change: number) => void): Database {
  return {
    ...database,
    inTenant: (tenantId, work) =>
      database.inTenant(tenantId, async (transaction) => {
        count(1);
        try {
          return await work(transaction);
        } finally {
          count(-1);
        }
      }),
  };
}
