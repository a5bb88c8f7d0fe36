// Two servers of their own on one PostgreSQL and one folder, or one bucket, send one file between them.

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { whyNoObjectStore } from '../../../tooling/src/buckets.ts';
import { createCryptography } from '../../src/node/cryptography.ts';
import { openDatabase } from '../../src/db/open.ts';
import { ORIGIN } from '../fixtures/api.ts';
import { opening } from '../fixtures/cases.ts';
import { INSTALLATION_KEY, serveProcess, temporaryFolder } from '../fixtures/command.ts';
import { photo, sha256 } from '../fixtures/documents.ts';
import { createTenants } from '../fixtures/tenants.ts';
import { createBucketHere } from '../support/blob-stores.ts';
import { createServerDatabase, whyNoServer } from '../support/postgres.ts';

const MEBIBYTE = 1024 * 1024;

describe('on PostgreSQL', { skip: whyNoServer() }, () => {
  const cleanUp: (() => Promise<unknown>)[] = [];
  after(async () => {
    for (const step of cleanUp.reverse()) await step();
  });

  async function startTwo(blobs: Readonly<Record<string, string>>) {
    const { url, remove } = await createServerDatabase();
    cleanUp.push(remove);
    const environment = { LINTAS_DATABASE_URL: url, LINTAS_INSTALLATION_KEY: INSTALLATION_KEY, ...blobs };
    const servers = await Promise.all([0, 1].map(() => serveProcess(environment)));
    cleanUp.push(...servers.map(({ stop }) => stop));
    const database = await openDatabase({ url });
    const cryptography = createCryptography(new Uint8Array(32));
    const tenants = await createTenants({ database, clock: Date.now, cryptography });
    await database.close();
    return {
      urls: servers.map((server) => server.url),
      lines: servers.map(({ lines }) => lines),
      ...tenants,
    };
  }

  async function sendBetween(blobs: Readonly<Record<string, string>>): Promise<void> {
    const { urls, lines, secretKey, pageKey } = await startTwo(blobs);
    const [first = '', second = ''] = urls;
    const json = { 'Content-Type': 'application/json' };
    const post = async (path: string, headers: Record<string, string>, body: unknown): Promise<unknown> => {
      const response = await fetch(first + path, {
        method: 'POST',
        headers: { ...json, ...headers },
        body: JSON.stringify(body),
      });
      assert.equal(response.status, 201, await response.clone().text());
      return response.json();
    };
    const application = {
      kind: 'stay_limited',
      filedAt: '2026-03-01T02:00:00Z',
      applicant: { initials: 'A.B.' },
    };
    const created = await post('/v1/applications', { Authorization: `Bearer ${secretKey}` }, application);
    const { reference, pin } = created as { reference: string; pin: string };
    const opened = await post(
      '/v1/status-sessions',
      { 'Lintas-Key': pageKey, Origin: ORIGIN },
      opening(reference, pin),
    );
    const authorization = { Authorization: `Bearer ${(opened as { token: string }).token}` };

    const announce = async (file: Buffer, digest: { sha256?: string }): Promise<string> => {
      const announced = await post('/v1/documents', authorization, {
        kind: 'passport',
        mediaType: 'image/jpeg',
        bytes: file.length,
        fileName: 'CANARY-NAME.jpg',
        ...digest,
      });
      return (announced as { id: string }).id;
    };
    const patch = (url: string, id: string, offset: number, body: Buffer<ArrayBuffer>): Promise<Response> =>
      fetch(`${url}/v1/uploads/${id}`, {
        method: 'PATCH',
        headers: {
          ...authorization,
          'Tus-Resumable': '1.0.0',
          'Upload-Offset': String(offset),
          'Content-Type': 'application/offset+octet-stream',
        },
        body,
      });
    const assertReceived = async (id: string, file: Buffer): Promise<void> => {
      const read = async (): Promise<{ state: string; sha256: string }> => {
        const response = await fetch(`${second}/v1/documents/${id}`, { headers: authorization });
        return (await response.json()) as { state: string; sha256: string };
      };
      let document = await read();
      while (document.state === 'scanning') {
        await wait(100);
        document = await read();
      }
      assert.deepEqual([document.state, document.sha256], ['received', sha256(file)]);
    };
    /** Both at once send from the same offset; answers the one that was faster. */
    const race = async (
      id: string,
      offset: number,
      ...bodies: readonly Buffer<ArrayBuffer>[]
    ): Promise<number> => {
      const answers = await Promise.all(
        [first, second].map((url, index) => patch(url, id, offset, bodies[index] ?? Buffer.alloc(0))),
      );
      const statuses = answers.map(({ status }) => status);
      const winner = statuses.indexOf(204);
      assert.ok(winner !== -1 && [409, 413, 423].includes(statuses[1 - winner] ?? 0), String(statuses));
      return winner;
    };

    const file = photo(3 * MEBIBYTE);
    const id = await announce(file, { sha256: sha256(file) });
    for (let offset = 0; offset < file.length; offset += MEBIBYTE) {
      const body = file.subarray(offset, offset + MEBIBYTE);
      await race(id, offset, body, body);
    }
    await assertReceived(id, file);

    // Nobody says which of two files it is: it is the faster one's, and nothing of the other's.
    const files = [photo(3 * MEBIBYTE), photo(3 * MEBIBYTE)] as const;
    const either = await announce(files[0], {});
    const winner = await race(either, 0, ...files);
    await assertReceived(either, files[winner] ?? Buffer.alloc(0));
    assert.ok(!lines.flat().join('').includes('CANARY'));
  }

  test('in a folder', async () => {
    const folder = await temporaryFolder();
    cleanUp.push(folder.remove);
    await sendBetween({ LINTAS_BLOB_URL: `file://${folder.path}` });
  });

  test('in a bucket', { skip: whyNoObjectStore() }, async () => {
    const bucket = await createBucketHere();
    cleanUp.push(bucket.remove);
    await sendBetween({ LINTAS_BLOB_URL: bucket.url });
  });
});
