// What a call through the SDK costs; see sdk-call.ts.

import type { Bench } from './bench.ts';
import { measureSdkCall } from './sdk-call.ts';

export const sdk: Bench = {
  name: 'sdk',
  summary: 'CPU time of a call through the SDK, beside fetch and JSON.parse',
  async run() {
    const { ours, raw } = await measureSdkCall();
    const figures = [{ what: 'CPU time of a call, median', unit: 'µs', value: ours, beside: raw } as const];
    return {
      tables: [
        { title: 'Reading an opened case', subject: 'SDK', alternative: 'fetch and JSON.parse', figures },
      ],
    };
  },
};
