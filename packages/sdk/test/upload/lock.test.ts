// One file is sent by one at a time, with Web Locks and where there are none.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withLock } from '../../src/upload/lock.ts';

const never = new AbortController().signal;

async function holdsOneAtATime(): Promise<void> {
  const order: string[] = [];
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const work = (name: string, until?: Promise<void>) => async (waited: boolean) => {
    order.push(`${name} ${waited}`);
    await until;
    order.push(`${name} done`);
    if (name === 'second') throw new Error('of its own');
    return name;
  };
  let told = 0;
  const onWait = (): void => void (told += 1);
  const first = withLock('a', never, onWait, work('first', held));
  const second = withLock('a', never, onWait, work('second'));
  const third = withLock('a', never, onWait, work('third'));
  assert.equal(await withLock('b', never, onWait, work('other')), 'other');
  release();
  assert.equal(await first, 'first');
  await assert.rejects(second, /of its own/);
  assert.equal(await third, 'third');
  assert.equal(told, 2);
  assert.deepEqual(
    order.filter((entry) => !entry.startsWith('other')),
    ['first false', 'first done', 'second true', 'second done', 'third true', 'third done'],
  );
  const stop = new AbortController();
  const holding = withLock(
    'a',
    never,
    onWait,
    work('first', new Promise((resolve) => setTimeout(resolve, 20))),
  );
  const waiting = withLock('a', stop.signal, onWait, work('third'));
  stop.abort();
  await assert.rejects(waiting);
  await holding;
  assert.equal(await withLock('a', never, onWait, work('third')), 'third');
}

test('without Web Locks, within one tab', async (context) => {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true });
  context.after(() => Object.defineProperty(globalThis, 'navigator', own ?? {}));
  await holdsOneAtATime();
});

test('with Web Locks', { skip: !('locks' in navigator) && 'This Node has none.' }, holdsOneAtATime);
