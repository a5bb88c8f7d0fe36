// What a call through the SDK costs beside a bare `fetch` and `JSON.parse` of the same answer, in CPU time of the
// calling thread.

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { createStatusClient } from '@lintas/sdk/status';

export interface Comparison {
  readonly name: string;
  /** Microseconds of CPU time for one call. */
  readonly ours: number;
  readonly raw: number;
  readonly ratio: number;
}

const ROUNDS = 15;
const CALLS_A_ROUND = 200;

/** Measures both in turns, so that whatever else the machine does falls on both; answers the medians. */
export async function measureSdkCall(): Promise<Comparison> {
  const worker = new Worker(new URL('canned-api.ts', import.meta.url), { execArgv: ['--conditions=source'] });
  try {
    const [baseUrl] = (await once(worker, 'message')) as [string];
    const client = createStatusClient({ baseUrl, key: 'pk_benchmark' });
    const session = await client.open({ reference: '', pin: '' });
    const headers = { Accept: 'application/json', Authorization: 'Bearer cs_benchmark' };
    const throughSdk = (): Promise<unknown> => session.get();
    const bare = async (): Promise<unknown> =>
      JSON.parse(await (await fetch(`${baseUrl}/v1/status`, { headers })).text());

    await cpuTimeOf(throughSdk);
    await cpuTimeOf(bare);
    const ours: number[] = [];
    const raw: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push(await cpuTimeOf(throughSdk));
      raw.push(await cpuTimeOf(bare));
    }
    return {
      name: 'SDK call against fetch and JSON.parse',
      ours: median(ours),
      raw: median(raw),
      ratio: median(ours) / median(raw),
    };
  } finally {
    await worker.terminate();
  }
}

async function cpuTimeOf(call: () => Promise<unknown>): Promise<number> {
  const before = process.threadCpuUsage();
  for (let count = 0; count < CALLS_A_ROUND; count += 1) await call();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / CALLS_A_ROUND;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
