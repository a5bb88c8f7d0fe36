// From an append to the reader of its case, while hundreds of streams are open on one process: on both engines,
// beside a bare broadcaster of server-sent events.

import { source } from '../tools.ts';
import type { Bench, Scale } from './bench.ts';
import { appending, createCase, forEach, openCase, RECEIVED } from './calls.ts';
import { measureDelivery, type Delivery, type Follower } from './followers.ts';
import { startLintas, startProgram, type RunningProgram } from './lintas.ts';
import { percentile } from './percentiles.ts';
import type { Figure, Table } from './report.ts';
import type { Installation } from './workplace.ts';

const SIZES: Readonly<Record<Scale, { streams: number; appends: number }>> = {
  full: { streams: 500, appends: 200 },
  quick: { streams: 4, appends: 2 },
};

export const streams: Bench = {
  name: 'streams',
  summary: 'append to receipt with many open streams, and memory for each',
  async run(workplace, scale) {
    const { streams: count, appends } = SIZES[scale];
    const bare = await measureBare(count, appends);
    const measure = async (engine: string, installation: Installation): Promise<Table> => {
      const ours = await measureLintas(installation, count, appends);
      return compare(`${count} open streams on one process, ${appends} appends, ${engine}`, ours, bare);
    };
    const tables = [await measure('PostgreSQL', await workplace.createOnServer())];
    // To make an embedded database takes longer than everything else together.
    if (scale === 'full') tables.push(await measure('PGlite', await workplace.createEmbedded()));
    return { tables };
  },
};

async function measureLintas(installation: Installation, count: number, appends: number): Promise<Delivery> {
  const api = await startLintas(installation.settings);
  try {
    return await measureDelivery(api.pid, await openCases(api.url, count), appends);
  } finally {
    await api.stop();
  }
}

/** People who each have a case of their own open. */
export async function openCases(api: string, count: number): Promise<Follower[]> {
  const cases = await forEach(Array.from({ length: count }), () => createCase(api));
  // One after the other: of openings at the same time, some are refused (429) although every PIN is right.
  const oneAtATime = 1;
  return forEach(
    cases,
    async (created) => ({
      follow: {
        method: 'GET',
        url: `${api}/v1/status/stream`,
        headers: { Authorization: `Bearer ${await openCase(api, created)}` },
      },
      append: appending(api, created.id, RECEIVED),
    }),
    oneAtATime,
  );
}

/** About what a frame of ours has. */
const FRAME_BYTES = 2048;

async function measureBare(count: number, appends: number): Promise<Delivery> {
  const bare = await startBroadcaster();
  try {
    const body = 'x'.repeat(FRAME_BYTES);
    const followers = Array.from({ length: count }, (_, index): Follower => {
      const url = `${bare.url}/${index}`;
      return { follow: { method: 'GET', url }, append: { method: 'POST', url, body } };
    });
    return await measureDelivery(bare.pid, followers, appends);
  } finally {
    await bare.stop();
  }
}

export async function startBroadcaster(): Promise<RunningProgram> {
  return startProgram(source('packages/tooling/src/bench/broadcaster.ts'), process.env);
}

function compare(title: string, ours: Delivery, bare: Delivery): Table {
  return {
    title,
    subject: 'Lintas',
    alternative: 'bare node:http, keeping nothing',
    figures: [
      ...[0.5, 0.99].flatMap((share): Figure[] => [
        {
          what: `append sent to received, p${share * 100}`,
          unit: 'ms',
          value: percentile(ours.sentToReceived, share),
          beside: percentile(bare.sentToReceived, share),
        },
        {
          // The bare one sends on before it acknowledges.
          what: `append acknowledged to received, p${share * 100}`,
          unit: 'ms',
          value: percentile(ours.acknowledgedToReceived, share),
        },
      ]),
      {
        what: 'memory for each stream',
        unit: 'KiB',
        value: ours.bytesPerStream / 1024,
        beside: bare.bytesPerStream / 1024,
      },
    ],
  };
}
