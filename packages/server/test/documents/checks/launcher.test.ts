// The server has files looked into without starting a process for each itself: that would hold up everybody for as long as
// the tables of its memory are copied.

import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { MEDIA_TYPES } from '@lintas/contract';
import { InspectorUnavailable, type Inspection } from '../../../src/documents/checks/inspection.ts';
import { createInspector } from '../../../src/node/inspection/inspector.ts';
import { nextInspection } from '../../support/inspections.ts';
import { startProcess } from '../../support/processes.ts';
import { largePhotograph } from './pictures.ts';

const ENOUGH = { seconds: 120, processorSeconds: 120, mebibytes: 1024 };

const why = process.platform === 'linux' ? false : 'The processes are seen where there is /proc.';

describe('the small process that starts those that look into files', { skip: why, timeout: 120_000 }, () => {
  let folder = '';
  let large = Buffer.alloc(0);
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lintas-inspections-'));
    large = Buffer.from(await largePhotograph());
    process.env['LINTAS_TEST_CANARY'] = 'CANARY-PASSWORD';
  });
  after(() => rm(folder, { recursive: true, force: true }));

  function inspect(): Promise<Inspection> {
    const announced = {
      mediaType: 'image/jpeg',
      limits: { accept: [...MEDIA_TYPES], maxBytes: 100_000_000 },
    };
    return createInspector(ENOUGH, folder).inspect(Readable.from([large]), announced, async (copy) => {
      for await (const chunk of copy) void chunk;
    });
  }

  async function inspectWatched() {
    const inspection = inspect();
    const { launcher } = await nextInspection(process.pid);
    return { inspection, launcher };
  }

  test('is not the server, knows no password of it, and is the same for every file', async () => {
    const first = await inspectWatched();
    const environment = await readFile(`/proc/${first.launcher}/environ`, 'utf8');
    assert.ok(environment.includes('TMPDIR=') && !environment.includes('CANARY'));
    await first.inspection;
    const second = await inspectWatched();
    await second.inspection;
    assert.equal(first.launcher, second.launcher);
    assert.notEqual(first.launcher, process.pid);
  });

  test('finishes what it has begun when everything is asked to stop', async () => {
    const { inspection, launcher } = await inspectWatched();
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.kill(launcher, signal);
    assert.equal((await inspection).copy, 'image/jpeg');
  });

  test('is started anew when it was killed: the file that was looked into waits, the next does not', async () => {
    const { inspection, launcher } = await inspectWatched();
    process.kill(launcher, 'SIGKILL');
    await assert.rejects(inspection, InspectorUnavailable);
    const next = await inspectWatched();
    assert.notEqual(next.launcher, launcher);
    assert.equal((await next.inspection).copy, 'image/jpeg');
    while ((await readdir(folder)).length > 0) await wait(50);
  });

  test('ends with the server, however that ended', async () => {
    const server = startProcess('./look-into-slow-file.ts', import.meta.url, [folder]);
    const { launcher } = await nextInspection(server.child.pid);
    await server.kill();
    // What has ended has no command line, also before somebody takes notice of it.
    const commandLine = () => readFile(`/proc/${launcher}/cmdline`, 'utf8').catch(() => '');
    while ((await commandLine()) !== '') await wait(50);
    while ((await readdir(folder)).length > 0) await wait(50);
  });
});
