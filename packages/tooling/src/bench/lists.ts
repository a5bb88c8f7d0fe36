// Lists and reads of an authority with a thousand, a hundred thousand and a million applications on PostgreSQL: a page
// should cost the same at any size and at any depth.

import assert from 'node:assert/strict';
import type { ApplicationPage } from '@lintas/contract';
import type * as z from 'zod/mini';
import type { Bench, Scale } from './bench.ts';
import { AS_AUTHORITY, send } from './calls.ts';
import { startLintas } from './lintas.ts';
import { addApplications, DEEP_OFFICE, externalIdOf } from './many-applications.ts';
import { percentile } from './percentiles.ts';
import { listenToPlans } from './plan-listener.ts';
import type { Figure, Plan, Table } from './report.ts';
import type { ServerInstallation } from './workplace.ts';

const SIZES: Readonly<Record<Scale, { applications: readonly number[]; samples: number }>> = {
  full: { applications: [1000, 100_000, 1_000_000], samples: 200 },
  quick: { applications: [100, 200], samples: 2 },
};

/** Rounds that are not counted. */
const WARM_UP = 10;

/** What is called: the path, which may depend on what is looked for. */
type Path = (target: Target) => string;

/** An application somewhere, and a page deep down. */
interface Target {
  readonly id: string;
  readonly externalId: string;
  readonly deepCursor: string;
}

const LIST = '/v1/applications';

const CALLS: Readonly<Record<string, Path>> = {
  'list, first page': () => LIST,
  'list, page near the end': ({ deepCursor }) => `${LIST}?cursor=${deepCursor}`,
  'list by status': () => `${LIST}?status=in_review`,
  'list by status, page near the end': ({ deepCursor }) => `${LIST}?status=in_review&cursor=${deepCursor}`,
  'list by kind': () => `${LIST}?kind=stay_limited`,
  'list by office': () => `${LIST}?office=Medan`,
  'list by office, two in all': () => `${LIST}?office=${DEEP_OFFICE}`,
  'list by status and kind': () => `${LIST}?status=in_review&kind=stay_limited`,
  'list by status and kind, none in all': () => `${LIST}?status=completed&kind=complaint`,
  'list by status and office, none in all': () => `${LIST}?status=transferred&office=Medan`,
  'list by kind and office, none in all': () => `${LIST}?kind=rsd&office=Makassar`,
  'list by status, kind and office, none in all': () => `${LIST}?status=on_hold&kind=rsd&office=Makassar`,
  "find by the authority's own number": ({ externalId }) => `${LIST}?externalId=${externalId}`,
  'read an application': ({ id }) => `${LIST}/${id}`,
  'read its events': ({ id }) => `${LIST}/${id}/events`,
};

/** Milliseconds of each call's samples. */
type Samples = Readonly<Record<string, readonly number[]>>;

export const lists: Bench = {
  name: 'lists',
  summary: 'lists and reads with a thousand to a million applications',
  async run(workplace, scale) {
    const { applications, samples } = SIZES[scale];
    const installation = await workplace.createOnServer();
    const measured = new Map<number, Samples>();
    let have = 0;
    const api = await startLintas(installation.settings);
    try {
      for (const size of applications) {
        await addApplications(installation.databaseUrl, have + 1, size);
        have = size;
        measured.set(size, await measure(api.url, size, samples));
      }
    } finally {
      await api.stop();
    }
    return { tables: compare(measured), plans: await readPlans(installation, have) };
  },
};

async function measure(api: string, size: number, samples: number): Promise<Samples> {
  const taken: Record<string, number[]> = {};
  for (let round = 0; round < WARM_UP + samples; round += 1) {
    const target = await findTarget(api, 1 + Math.floor(Math.random() * size));
    for (const [what, path] of Object.entries(CALLS)) {
      const { sentAt, receivedAt } = await get(api, path(target));
      if (round >= WARM_UP) (taken[what] ??= []).push(receivedAt - sentAt);
    }
  }
  return taken;
}

async function findTarget(api: string, number: number): Promise<Target> {
  const externalId = externalIdOf(number);
  const found = await getPage(api, `${LIST}?externalId=${externalId}`);
  // A cursor is a place in the list, whatever the list is narrowed to.
  const deep = await getPage(api, `${LIST}?office=${DEEP_OFFICE}&limit=1`);
  return { id: found.data[0]?.id ?? '', externalId, deepCursor: deep.page.next ?? '' };
}

async function getPage(api: string, path: string): Promise<z.infer<typeof ApplicationPage>> {
  return JSON.parse((await get(api, path)).text) as z.infer<typeof ApplicationPage>;
}

async function get(api: string, path: string) {
  const answer = await send({ method: 'GET', url: api + path, headers: AS_AUTHORITY });
  assert.equal(answer.status, 200, answer.text);
  return answer;
}

/** One table for each size after the first, which all are compared with. */
function compare(measured: ReadonlyMap<number, Samples>): Table[] {
  const [[smallest, base] = [0, {}], ...larger] = measured;
  return larger.map(([size, samples]) => ({
    title: `Answered through the API, ${size} applications beside ${smallest} (flat is 1)`,
    subject: `${size}`,
    alternative: `${smallest}`,
    figures: Object.entries(samples).flatMap(([what, values]) =>
      [0.5, 0.99].map((share): Figure => ({
        what: `${what}, p${share * 100}`,
        unit: 'ms',
        value: percentile(values, share),
        beside: percentile(base[what] ?? [], share),
      })),
    ),
  }));
}

/** Calls everything once more, listening. */
async function readPlans(installation: ServerInstallation, size: number): Promise<Plan[]> {
  const listener = await listenToPlans(installation);
  const api = await startLintas({ ...installation.settings, LINTAS_DATABASE_URL: listener.databaseUrl });
  try {
    const target = await findTarget(api.url, Math.ceil(size / 2));
    const plans: Plan[] = [];
    for (const [what, path] of Object.entries(CALLS)) {
      listener.take('applications');
      await get(api.url, path(target));
      const table = path(target).endsWith('/events') ? 'events' : 'applications';
      plans.push(...listener.take(table).map((text) => ({ what: `${what}, ${size} applications`, text })));
    }
    return plans;
  } finally {
    await api.stop();
    listener.close();
  }
}
