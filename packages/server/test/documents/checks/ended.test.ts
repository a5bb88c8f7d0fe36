// A process that looks into a file and is ended from outside has said nothing about the file: when a service manager or
// somebody at the keyboard stops everything, nobody is told that their paper is damaged.

import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { MEDIA_TYPES } from '@lintas/contract';
import { InspectorUnavailable, type Inspection } from '../../../src/documents/checks/inspection.ts';
import { startDocumentWorker } from '../../../src/documents/worker.ts';
import { createInspector } from '../../../src/node/inspection/inspector.ts';
import { announce, openNewCase, patch, readDocument } from '../../fixtures/documents.ts';
import { useApi } from '../../fixtures/use-api.ts';
import { onEachDatabase } from '../../support/databases.ts';
import { endInspections, nextInspection } from '../../support/inspections.ts';
import { largePhotograph } from './pictures.ts';
import { slow } from './tangled-pdfs.ts';

const ENOUGH = { seconds: 120, processorSeconds: 120, mebibytes: 1024 };
const LATER = 60_000;
const CORRUPT = [{ method: 'format', result: 'fail', reason: 'corrupt' }];

const why = process.platform === 'linux' ? false : 'The processes are seen where there is /proc.';

describe('the process that looks into a file', { skip: why, timeout: 300_000 }, () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lintas-inspections-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  function inspect(file: Buffer, type: string): Promise<Inspection> {
    const announced = { mediaType: type, limits: { accept: [...MEDIA_TYPES], maxBytes: 100_000_000 } };
    return createInspector(ENOUGH, folder).inspect(Readable.from([file]), announced, async (copy) => {
      for await (const chunk of copy) void chunk;
    });
  }

  for (const signal of ['SIGTERM', 'SIGINT', 'SIGKILL'] as const) {
    test(`that is ended by ${signal} again says nothing about the file`, async () => {
      const inspection = inspect(slow(), 'application/pdf');
      const refused = assert.rejects(inspection, InspectorUnavailable);
      assert.equal(await endInspections(process.pid, signal, inspection), 2);
      await refused;
      assert.deepEqual(await readdir(folder), []);
    });
  }

  test('is the first to go where the system has no memory left, not the server', async () => {
    const inspection = inspect(await largePhotograph(), 'image/jpeg');
    const { pid } = await nextInspection(process.pid);
    assert.equal(await readFile(`/proc/${pid}/oom_score_adj`, 'utf8'), '1000\n');
    await inspection;
  });

  test('that is ended once does not keep another one from looking into it', async () => {
    const inspection = inspect(await largePhotograph(), 'image/jpeg');
    assert.equal(await endInspections(process.pid, 'SIGTERM', inspection, 1), 1);
    const { findings, copy } = await inspection;
    assert.ok(findings.some(({ method, result }) => method === 'format' && result === 'pass'));
    assert.equal(copy, 'image/jpeg');
  });

  for (const signal of ['SIGSEGV', 'SIGABRT', 'SIGTRAP'] as const) {
    test(`that crashes with ${signal} is not asked again: the file has done that`, async () => {
      const inspection = inspect(slow(), 'application/pdf');
      assert.equal(await endInspections(process.pid, signal, inspection), 1);
      assert.deepEqual((await inspection).findings, CORRUPT);
      assert.deepEqual(await readdir(folder), []);
    });
  }
});

onEachDatabase((openDatabase, engine) => {
  // What happens to the processes is the same on both.
  if (engine === 'PostgreSQL') return;
  const api = useApi(openDatabase);

  test(
    'a paper that is looked into while all is stopped waits for the next process',
    { skip: why },
    async () => {
      const applicant = await openNewCase(api());
      const file = Buffer.from(await largePhotograph());
      const { id, path } = await announce(api(), applicant, file);
      assert.equal((await patch(api(), applicant, path, 0, file)).status, 204);
      const stateNow = async (): Promise<string> => (await readDocument(api(), applicant, id)).state;

      const stop = startDocumentWorker(api().dependencies);
      await endInspections(process.pid, 'SIGTERM', new Promise(() => {}), 1);
      const stopped = stop();
      await endInspections(process.pid, 'SIGTERM', stopped);
      await stopped;
      assert.equal(await stateNow(), 'scanning');

      api().pass(LATER);
      const stopNext = startDocumentWorker(api().dependencies);
      while ((await stateNow()) === 'scanning') await wait(50);
      await stopNext();
      assert.equal(await stateNow(), 'received');
    },
  );
});
