// lintas surveys import, as an operator runs it.

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { skmSurvey } from '@lintas/contract/surveys/presets';
import * as z from 'zod/mini';
import { lintas, useFolder } from '../fixtures/command.ts';

const Published = z.object({ id: z.string(), version: z.number() });
const sheet = (name: string) => fileURLToPath(new URL(`../surveys/files/${name}.xlsx`, import.meta.url));

describe('lintas surveys import', () => {
  const folder = useFolder();
  const { environment } = folder;
  const run = (...args: string[]) => lintas(['surveys', 'import', ...args], environment);

  before(async () => {
    const tenant = ['tenants', 'create', '--id', 'ngo', '--name-en', 'NGO', '--name-id', 'LSM'];
    assert.equal((await lintas(tenant, environment)).code, 0);
  });

  test('publishes a file, and another version of it', async () => {
    const file = join(folder.path, 'skm.json');
    await writeFile(file, JSON.stringify(skmSurvey()));
    const first = z.parse(Published, JSON.parse((await run(file, '--tenant', 'ngo')).out));
    assert.equal(first.version, 1);
    const again = z.parse(Published, JSON.parse((await run(file, '--tenant', 'ngo', '--id', first.id)).out));
    assert.deepEqual(again, { id: first.id, version: 2 });
    const unknown = await run(file, '--tenant', 'ngo', '--id', '019d092f-7b80-7b82-beef-06a65a34ca59');
    assert.equal(unknown.code, 2);
  });

  test('asks which order a sheet of SKM has, and publishes it once it knows', async () => {
    const asked = await run(sheet('skm-complaints-8th'), '--tenant', 'ngo');
    assert.equal(asked.code, 2);
    assert.match(asked.error, /--skm-order list or --skm-order questionnaire/);
    assert.equal((await run(sheet('skm-complaints-8th'), '--tenant', 'ngo', '--skm-order', 'list')).code, 0);
  });

  test('publishes nothing of a sheet with faults, and names every line', async () => {
    const { code, error, out } = await run(sheet('faulty'), '--tenant', 'ngo');
    assert.deepEqual([code, out], [2, '']);
    assert.match(error, /Nothing was published/);
    for (const line of [2, 3, 4, 5, 6, 7]) assert.ok(error.includes(`survey, line ${line}: `), String(line));
  });

  test('publishes what is done about elements, and refuses what nobody asked about', async () => {
    const survey = join(folder.path, 'with-follow-up.json');
    await writeFile(survey, JSON.stringify(skmSurvey()));
    const { id } = z.parse(Published, JSON.parse((await run(survey, '--tenant', 'ngo')).out));
    const followUp = async (plan: object) => {
      const file = join(folder.path, 'plan.json');
      await writeFile(file, JSON.stringify(plan));
      return lintas(['surveys', 'follow-up', file, '--tenant', 'ngo', '--id', id], environment);
    };
    const counter = { text: 'A second counter opens in the morning.', reviewed: 'peer' };
    const loket = { text: 'Loket kedua buka pada pagi hari.', reviewed: 'peer' };
    assert.equal((await followUp({ time: { en: counter, id: loket } })).code, 0);
    const half = await followUp({ time: { en: counter } });
    assert.deepEqual([half.code, /missing in: id/.test(half.error)], [2, true], half.error);
    assert.equal((await followUp({ weather: { en: counter, id: loket } })).code, 2);
  });
});
