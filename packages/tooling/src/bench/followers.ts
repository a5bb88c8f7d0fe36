// Readers of event streams, many of them in this one process, and what one append costs until its reader has it.

import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
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
  /** Resolves to when the next change, or other event, was received whole, on the clock of `performance.now()`. */
  next(event?: 'status' | 'heartbeat'): Promise<number>;
  close(): void;
}

/** Opens streams; resolves once each has had a sign of life: from then on, it follows. */
export async function openStreams(followers: readonly Pick<Follower, 'follow'>[]): Promise<OpenStream[]> {
  return forEach(followers, async ({ follow }) => {
    const response = await begin(follow);
    assert.equal(response.statusCode, 200);
    const stream = watch(response.setEncoding('utf8'));
    await stream.next('heartbeat');
    return stream;
  });
}

function watch(response: IncomingMessage): OpenStream {
  let text = '';
  let awaited: { event: string; resolve(receivedAt: number): void; reject(error: Error): void } | undefined;
  response.on('data', (chunk: string) => {
    const receivedAt = performance.now();
    const frames = (text + chunk).split('\n\n');
    text = frames.pop() ?? '';
    if (frames.some((frame) => frame.includes(`event: ${awaited?.event}`))) awaited?.resolve(receivedAt);
  });
  response.on('error', () => {});
  response.on('close', () =>
    awaited?.reject(new Error(`A stream ended while ${awaited.event} was awaited.`)),
  );
  return {
    async next(event = 'status') {
      let timer: NodeJS.Timeout | undefined;
      try {
        return await new Promise((resolve, reject) => {
          awaited = { event, resolve, reject };
          timer = setTimeout(() => reject(new Error(`No ${event} was received.`)), PATIENCE_MS);
        });
      } finally {
        clearTimeout(timer);
        awaited = undefined;
      }
    },
    close: () => void response.destroy(),
  };
}
