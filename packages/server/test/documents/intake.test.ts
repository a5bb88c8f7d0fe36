// A slow line loses little, and a dead one is not waited for.

import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { openIntake, type Piece } from '../../src/documents/intake.ts';

const PIECE_MS = 4_000;
const STALL_MS = 30_000;

test('what came on a slow line is passed on after four seconds, and the rest goes on', async (context) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  context.after(() => mock.timers.reset());
  const line = openLine();
  const intake = openIntake(line.body, 100);
  line.send('one');
  const first = await intake.next();
  const read = readAll(first);
  await settled();
  mock.timers.tick(PIECE_MS);
  assert.equal(await read, 'one');
  line.send('two');
  const second = readAll(await intake.next());
  await settled();
  line.send('three');
  await settled();
  line.end();
  assert.equal(await second, 'twothree');
  assert.equal(await intake.next(), undefined);
  assert.equal(intake.cut, undefined);
});

test('a line on which nothing comes for half a minute is given up, in a way that every client tries again', async (context) => {
  mock.timers.enable({ apis: ['setTimeout'] });
  context.after(() => mock.timers.reset());
  const line = openLine();
  const intake = openIntake(line.body, 100);
  line.send('one');
  const read = readAll(await intake.next());
  await settled();
  mock.timers.tick(PIECE_MS);
  assert.equal(await read, 'one');
  const next = intake.next();
  await settled();
  mock.timers.tick(STALL_MS);
  assert.equal(await next, undefined);
  assert.equal(intake.cut?.problem.status, 503);
});

test('a body that goes on beyond the file is refused with its last piece', async () => {
  const line = openLine();
  const intake = openIntake(line.body, 3);
  line.send('one');
  const read = readAll(await intake.next());
  line.send('!');
  await assert.rejects(read, { name: 'Refusal', message: 'body-too-large' });
});

/** A body that comes when the test says so. */
function openLine() {
  const bytes = new TransformStream<Uint8Array, Uint8Array>();
  const writer = bytes.writable.getWriter();
  return {
    body: bytes.readable,
    send: (text: string) => void writer.write(new TextEncoder().encode(text)).catch(() => {}),
    end: () => void writer.close(),
  };
}

async function readAll(piece: Piece | undefined): Promise<string> {
  let text = '';
  for await (const chunk of piece?.bytes ?? []) text += new TextDecoder().decode(chunk);
  return text;
}

/** Lets everything happen that needs no timer. */
async function settled(): Promise<void> {
  for (let count = 0; count < 50; count += 1) await Promise.resolve();
  await new Promise((resolve) => setImmediate(resolve));
}
