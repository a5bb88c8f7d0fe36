// What a server works with is away when it starts: the log says so once, and once that it is back, and never where it is.

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { createBucket, whyNoObjectStore } from '../../../tooling/src/buckets.ts';
import { INSTALLATION_KEY, serveProcess, temporaryFolder } from '../fixtures/command.ts';
import { openGate, type Gate } from '../support/gate.ts';
import { createServerDatabase, whyNoServer } from '../support/postgres.ts';

const redis = process.env['LINTAS_TEST_REDIS_URL'];

describe('what is away when a server starts', () => {
  const cleanUp: (() => Promise<unknown>)[] = [];
  after(async () => {
    for (const step of cleanUp.reverse()) await step();
  });

  async function shutGate(url: URL): Promise<Gate> {
    const gate = await openGate(Number(url.port));
    cleanUp.push(gate.close);
    gate.set('shut');
    url.hostname = '127.0.0.1';
    url.port = String(gate.port);
    return gate;
  }

  async function serve(environment: Record<string, string>) {
    const folder = await temporaryFolder();
    cleanUp.push(folder.remove);
    const server = await serveProcess({ LINTAS_DATA_DIR: folder.path, ...environment });
    cleanUp.push(server.stop);
    return server;
  }

  type Server = Awaited<ReturnType<typeof serve>>;

  async function see(server: Server, line: string): Promise<void> {
    while (!server.lines.some((each) => each.includes(line))) await wait(50);
  }

  /** Each once, however often it was tried. */
  async function seeGoAndCome(server: Server, service: string, gate: Gate): Promise<void> {
    await see(server, `"error","message":"${service} cannot be reached","error":"`);
    gate.set('open');
    await see(server, `"info","message":"${service} can be reached again"`);
    assert.equal(server.lines.filter((line) => line.includes(`"${service} can`)).length, 2);
    assert.doesNotMatch(server.lines.slice(1).join('\n'), new RegExp(`127\\.0\\.0\\.1|:${gate.port}|canary`));
  }

  test('Redis', { skip: redis === undefined && 'LINTAS_TEST_REDIS_URL is not set.' }, async () => {
    const url = new URL(redis ?? '');
    const gate = await shutGate(url);
    await seeGoAndCome(await serve({ LINTAS_BUS_URL: url.href }), 'Redis', gate);
  });

  test('an object store', { skip: whyNoObjectStore() }, async () => {
    const bucket = await createBucket();
    cleanUp.push(bucket.remove);
    const url = new URL(bucket.url);
    const endpoint = new URL(url.searchParams.get('endpoint') ?? '');
    const gate = await shutGate(endpoint);
    url.searchParams.set('endpoint', endpoint.origin);
    const server = await serve({ LINTAS_BLOB_URL: url.href, ...bucket.credentials });
    await seeGoAndCome(server, 'the store of documents', gate);
  });

  test('an object store that there is not is told, too', async () => {
    const server = await serve({
      LINTAS_BLOB_URL: 's3://canary?endpoint=http://127.0.0.1:1',
      AWS_ACCESS_KEY_ID: 'canary',
      AWS_SECRET_ACCESS_KEY: 'canary',
    });
    await see(server, '"the store of documents cannot be reached","error":"StorageUnavailable');
    assert.doesNotMatch(server.lines.join('\n'), /canary|127\.0\.0\.1/);
  });

  test('a database server', { skip: whyNoServer() }, async () => {
    const database = await createServerDatabase();
    cleanUp.push(database.remove);
    const url = new URL(database.url);
    const gate = await shutGate(url);
    const server = await serve({ LINTAS_DATABASE_URL: url.href, LINTAS_INSTALLATION_KEY: INSTALLATION_KEY });
    await seeGoAndCome(server, 'the database', gate);
  });
});
