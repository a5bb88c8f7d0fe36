// Every file is looked into: what people hand in comes through, what could harm a reviewer does not.

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { after, before, describe, test } from 'node:test';
import { MEDIA_TYPES, UNUSABLE, unusableBecause } from '@lintas/contract';
import sharp from 'sharp';
import type { Inspection } from '../../../src/documents/checks/inspection.ts';
import { InspectorUnavailable } from '../../../src/documents/checks/inspection.ts';
import { createInspector } from '../../../src/node/inspection/inspector.ts';
import { inspectionsOf, nextInspection } from '../../support/inspections.ts';
import { startProcess } from '../../support/processes.ts';
import { HONEST, UNSURE } from './honest-files.ts';
import { HOSTILE_PDFS } from './hostile-pdfs.ts';
import { DISARMED, HOSTILE_PICTURES } from './hostile-pictures.ts';
import type { Sample } from './sample.ts';
import { asAvif, heic, largePhotograph, photograph, sheet } from './pictures.ts';
import { slow } from './tangled-pdfs.ts';
import { pdf } from './pdfs.ts';

const LIMITS = { accept: [...MEDIA_TYPES], maxBytes: 5 * 1024 * 1024, minPixels: 300, maxPages: 10 };

/** For what ends by itself, however busy the machine is. */
const ENOUGH = { seconds: 120, processorSeconds: 120, mebibytes: 1024 };

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lintas-inspections-'));
});
after(() => rm(folder, { recursive: true, force: true }));

interface Outcome extends Inspection {
  readonly kept: Buffer | undefined;
}

async function inspect(file: Buffer, mediaType: string, limits = ENOUGH): Promise<Outcome> {
  const kept: Uint8Array[] = [];
  const inspection = await createInspector(limits, folder).inspect(
    chunks(file),
    { mediaType, limits: LIMITS },
    async (copy) => {
      for await (const chunk of copy) kept.push(chunk);
    },
  );
  return { ...inspection, kept: inspection.copy === undefined ? undefined : Buffer.concat(kept) };
}

function chunks(file: Buffer): AsyncIterable<Uint8Array> {
  return Readable.from([file.subarray(0, 65_536), file.subarray(65_536)].filter(({ length }) => length > 0));
}

async function look({ file, type, finds = {}, pages }: Sample): Promise<Outcome> {
  const outcome = await inspect(await file(), type);
  const found = outcome.findings
    .filter(({ result }) => result !== 'pass')
    .map(({ method, reason }) => [method, reason]);
  assert.deepEqual(Object.fromEntries(found), finds);
  assert.equal(outcome.pages, pages);
  assert.deepEqual(await readdir(folder), [], 'nothing is left over');
  return outcome;
}

describe('honest files', () => {
  for (const sample of [...HONEST, ...UNSURE]) {
    test(`${sample.name} is good enough for a human to look at`, async () => {
      const { findings, kept } = await look(sample);
      assert.equal(unusableBecause(findings), undefined);
      const isCopied = sample.type !== 'application/pdf' && !sample.name.endsWith('nobody here knows');
      assert.equal(kept !== undefined, isCopied);
    });
  }
});

describe('hostile files', () => {
  for (const sample of [...HOSTILE_PICTURES, ...HOSTILE_PDFS]) {
    test(`another file is asked for instead of ${sample.name}`, async () => {
      const { findings, kept } = await look(sample);
      const reason = unusableBecause(findings);
      assert.ok(reason !== undefined && UNUSABLE.includes(reason));
      assert.equal(kept, undefined);
    });
  }

  for (const sample of DISARMED) {
    test(`${sample.name} is shown without it`, async () => {
      const { kept } = await look(sample);
      assert.ok(kept && !kept.includes('CANARY') && !kept.includes('<script'));
    });
  }
});

describe('the copy that reviewers see', () => {
  test('is upright and says nothing of place and camera', async () => {
    const original = await photograph();
    const before = await sharp(original).metadata();
    assert.ok(before.exif && original.includes('CANARY-CAMERA'));
    const { kept } = await inspect(original, 'image/jpeg');
    assert.ok(kept && !kept.includes('CANARY'));
    const { exif, xmp, iptc, orientation, width, height } = await sharp(kept).metadata();
    assert.deepEqual(
      { exif, xmp, iptc, orientation },
      { exif: undefined, xmp: undefined, iptc: undefined, orientation: undefined },
    );
    assert.deepEqual([width, height], [900, 1200]);
  });

  test('of a HEIC, too, has no place and no camera, and the same pixels', async () => {
    const film = Buffer.concat([Buffer.from([0, 0, 0, 32]), Buffer.from('mpvdCANARY-FILM-OF-THE-ROOM!')]);
    const original = Buffer.concat([await heic(), film]);
    assert.ok(original.includes('CANARY-CAMERA'));
    const { kept, copy } = await inspect(original, 'image/heic');
    assert.ok(copy === 'image/heic' && kept && !kept.includes('CANARY'));
    assert.deepEqual(
      await sharp(asAvif(kept)).raw().toBuffer(),
      await sharp(asAvif(original)).raw().toBuffer(),
    );
  });

  test('shows the same pixels', async () => {
    const original = await sheet(600, 400).png().toBuffer();
    const { kept } = await inspect(original, 'image/png');
    const pixels = (file: Buffer | undefined) => sharp(file).removeAlpha().raw().toBuffer();
    assert.deepEqual(await pixels(kept), await pixels(original));
  });
});

describe('the process that looks into files', () => {
  test('is ended when it has worked too long, and the file is not looked into again', async () => {
    const { findings, runs } = await inspectWatched({ ...ENOUGH, processorSeconds: 1 });
    assert.deepEqual(findings, [{ method: 'format', result: 'fail', reason: 'corrupt' }]);
    assert.deepEqual(await readdir(folder), []);
    if (process.platform === 'linux') assert.equal(runs, 1);
  });

  test('is ended when it takes too long, and another one tries, because the machine may be busy', async () => {
    const { findings, runs } = await inspectForSeconds(2);
    assert.deepEqual(findings, [{ method: 'format', result: 'fail', reason: 'corrupt' }]);
    assert.deepEqual(await readdir(folder), []);
    if (process.platform === 'linux') assert.equal(runs, 2);
  });

  test('is ended when it takes too much memory', async (t) => {
    if (process.platform !== 'linux') return t.skip('watched where there is /proc');
    const large = await largePhotograph();
    const enough = await inspect(large, 'image/jpeg');
    assert.equal(enough.copy, 'image/jpeg');
    const { findings } = await inspect(large, 'image/jpeg', { ...ENOUGH, mebibytes: 150 });
    assert.deepEqual(findings, [{ method: 'format', result: 'fail', reason: 'corrupt' }]);
    assert.deepEqual(await readdir(folder), []);
  });

  test('inherits no password and no key, and writes into its own folder', { timeout: 30_000 }, async (t) => {
    if (process.platform !== 'linux') return t.skip('seen where there is /proc');
    process.env['LINTAS_TEST_CANARY'] = 'CANARY-PASSWORD';
    const inspection = inspect(slow(), 'application/pdf', { ...ENOUGH, processorSeconds: 2 });
    const { environment } = await nextInspection(process.pid);
    assert.ok(!environment.includes('CANARY'));
    assert.ok(environment.includes(`TMPDIR=${folder}`));
    await inspection;
  });

  test(
    'ends with the server, however that ended, and takes the file with it',
    { timeout: 120_000 },
    async () => {
      const server = startProcess('./look-into-slow-file.ts', import.meta.url, [folder]);
      assert.equal(await server.firstLine(), 'looking');
      await nextInspection(server.child.pid);
      await server.kill();
      while ((await readdir(folder)).length > 0) await wait(100);
    },
  );

  test('clears away what a server that was killed has left, and nothing that is in use', async () => {
    const [old, used] = ['old', 'used'].map((name) => join(folder, `lintas-inspection-${name}`));
    assert.ok(old !== undefined && used !== undefined);
    for (const place of [old, used]) await mkdir(place);
    await writeFile(join(old, 'file'), 'CANARY');
    const hourAgo = Date.now() / 1000 - 3600;
    await utimes(old, hourAgo, hourAgo);
    await inspect(pdf(), 'application/pdf');
    assert.deepEqual(await readdir(folder), ['lintas-inspection-used']);
    await rm(used, { recursive: true });
  });

  test('says nothing about a file that could not be handed to it', async () => {
    const gone = createInspector(ENOUGH, join(folder, 'CANARY-FOLDER'));
    await assert.rejects(
      gone.inspect(chunks(pdf()), { mediaType: 'application/pdf', limits: LIMITS }, async () => {}),
      (error) => error instanceof InspectorUnavailable && !error.message.includes('CANARY'),
    );
  });

  test('leaves nothing behind when the file breaks off or the copy cannot be kept', async () => {
    const inspector = createInspector(ENOUGH, folder);
    const broken = async function* () {
      yield (await photograph()).subarray(0, 1000);
      throw new Error('broken');
    };
    const announced = { mediaType: 'image/jpeg', limits: LIMITS };
    await assert.rejects(
      inspector.inspect(broken(), announced, async () => {}),
      /broken/,
    );
    const refuse = () => Promise.reject(new Error('full'));
    await assert.rejects(inspector.inspect(chunks(await photograph()), announced, refuse), /full/);
    assert.deepEqual(await readdir(folder), []);
  });
});

/** Looks into a file that keeps a process busy; `runs` is how many were started for it. */
async function inspectWatched(limits: typeof ENOUGH): Promise<Outcome & { readonly runs: number }> {
  const seen = new Set<number>();
  let isOver = false;
  const inspection = inspect(slow(), 'application/pdf', limits).finally(() => (isOver = true));
  while (!isOver) {
    for await (const { pid } of inspectionsOf(process.pid)) seen.add(pid);
    await Promise.race([inspection, wait(100)]);
  }
  return { ...(await inspection), runs: seen.size };
}

/** The same, or for longer where the machine is so busy that the process had not begun by then. */
async function inspectForSeconds(seconds: number): ReturnType<typeof inspectWatched> {
  try {
    return await inspectWatched({ ...ENOUGH, seconds });
  } catch (error) {
    if (!(error instanceof InspectorUnavailable)) throw error;
    return inspectForSeconds(seconds * 2);
  }
}
