// Readers of event streams, many of them in this one process, and what one append costs until its reader has it.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { begin, forEach, send, type Call } from './calls.ts';
import { readMemory } from './memory.ts';

/** One reader: how its stream is opened, and how something is sent that only it receives. */
export interface Follower {
  readonly follow: Call;
  readonly append: Call;
}

/** Milliseconds, one entry for each append. */
export interface Delivery {
  readonly sentToReceived: readonly number[];
  readonly acknowledgedToReceived: readonly number[];
  /** Growth of the server's resident memory, divided by the number of streams. */
  readonly bytesPerStream: number;
}

const PATIENCE_MS = 15_000;

/** Opens all streams, then appends to one after the other of the first ones, each when the last has arrived. */
export async function measureDelivery(
  pid: number,
  followers: readonly Follower[],
  appends: number,
): Promise<Delivery> {
  const before = await readMemory(pid);
  const streams = await openStreams(followers);
  const bytesPerStream = ((await readMemory(pid)) - before) / followers.length;
  const sentToReceived: number[] = [];
  const acknowledgedToReceived: number[] = [];
  for (const [index, { append }] of followers.slice(0, appends).entries()) {
    const [answer, receivedAt] = await Promise.all([send(append), streams[index]?.next() ?? Number.NaN]);
    assert.equal(answer.status, 201, answer.text);
    sentToReceived.push(receivedAt - answer.sentAt);
    acknowledgedToReceived.push(receivedAt - answer.receivedAt);
  }
  for (const stream of streams) stream.close();
  return { sentToReceived, acknowledgedToReceived, bytesPerStream };
}

export interface OpenStream {
  /** Resolves to when the next change was received whole, on the clock of `performance.now()`. */
  next(): Promise<number>;
  close(): void;
}

/** Opens streams; resolves once each has received its first frame. */
export async function openStreams(followers: readonly Pick<Follower, 'follow'>[]): Promise<OpenStream[]> {
  return forEach(followers, async ({ follow }) => {
    const response = await begin(follow);
    assert.equal(response.statusCode, 200);
    response.setEncoding('utf8');
    await once(response, 'data');
    return watch(response);
  });
}

function watch(response: IncomingMessage): OpenStream {
  let text = '';
  let deliver: ((receivedAt: number) => void) | undefined;
  response.on('error', () => {});
  response.on('data', (chunk: string) => {
    const receivedAt = performance.now();
    const frames = (text + chunk).split('\n\n');
    text = frames.pop() ?? '';
    if (frames.some((frame) => frame.includes('event: status'))) deliver?.(receivedAt);
  });
  return {
    async next() {
      const arrival = new Promise<number>((resolve) => {
        deliver = resolve;
      });
      const patience = new AbortController();
      const impatient = pause(PATIENCE_MS, undefined, { signal: patience.signal }).then(() => {
        throw new Error('An append was not received.');
      });
      try {
        return await Promise.race([arrival, impatient]);
      } finally {
        impatient.catch(() => {});
        patience.abort();
      }
    },
    close: () => void response.destroy(),
  };
}
