// Following a case over real connections: nothing lost, nothing twice, and nothing after the right to it ended.

import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { StatusUpdate, StreamEnd, StreamHeartbeat, type AppendEvent } from '@lintas/contract';
import * as z from 'zod/mini';
import { sizeClass } from '../../src/http/padding.ts';
import { MAX_STREAMS_PER_SESSION } from '../../src/status/stream.ts';
import { ORIGIN } from '../fixtures/api.ts';
import { append, createCase, openCase, opening, RECEIVED, REVIEWED } from '../fixtures/cases.ts';
import { follow } from '../fixtures/follow.ts';
import { assertProblem } from '../fixtures/problems.ts';
import { listenFor } from '../fixtures/socket.ts';
import { useApi, useSocket } from '../fixtures/use-api.ts';
import { onEachDatabase } from '../support/databases.ts';

const NEWS: AppendEvent = { code: 'checks_updated', change: 'information' };
const NOTE: AppendEvent = { code: 'note_for_partners', change: 'information', visibility: 'partner' };
const MINUTE = 60_000;

onEachDatabase((openDatabase) => {
  const api = useApi(openDatabase);
  const socket = useSocket(api);

  async function openOne() {
    const created = await createCase(api());
    const { token } = await openCase(api(), created);
    return { id: created.id, created, token };
  }

  test('begins with a heartbeat that tells where the case stands, and goes on from there', async () => {
    const { id, token } = await openOne();
    const stream = await follow(socket().url, token);
    const heartbeat = await stream.next('heartbeat');
    assert.equal(heartbeat.id, '1');
    assert.equal(z.parse(StreamHeartbeat, JSON.parse(heartbeat.data ?? '')).seq, 1);
    await append(api(), id, RECEIVED);
    const frame = await stream.next('status');
    const update = z.parse(StatusUpdate, JSON.parse(frame.data ?? ''));
    assert.deepEqual([frame.id, update.event.seq, update.case.status], ['2', 2, 'received']);
    stream.cut();
  });

  test('gives what happened before and meanwhile, in order, to whoever says what they have', async () => {
    const { id, token } = await openOne();
    await append(api(), id, RECEIVED);
    await append(api(), id, REVIEWED);
    const stream = await follow(socket().url, token, 1);
    await stream.next('status');
    await append(api(), id, NEWS);
    while (stream.seen.length < 3) await stream.next('status');
    assert.deepEqual(stream.seen, [2, 3, 4]);
    stream.cut();
  });

  test('leaves out what is only for partners', async () => {
    const { id, token } = await openOne();
    const stream = await follow(socket().url, token, 1);
    await append(api(), id, NOTE);
    await append(api(), id, RECEIVED);
    await stream.next('status');
    assert.deepEqual(stream.seen, [3]);
    stream.cut();
  });

  test('never carries the decision, nor anything else that is not for the reader', async () => {
    const { id, token } = await openOne();
    const steps: AppendEvent[] = [
      RECEIVED,
      REVIEWED,
      { code: 'checks_finished', change: 'progress', to: 'ready_for_decision' },
      {
        code: 'decision_made',
        change: 'progress',
        to: 'decided',
        decision: { outcome: 'refused', reasons: ['requirements_not_met'] },
      },
    ];
    for (const step of steps) await append(api(), id, step);
    const stream = await follow(socket().url, token, 4);
    const { data = '' } = await stream.next('status');
    assert.match(data, /"decidedAt":"2026/);
    assert.ok(!/refused|requirements_not_met|"outcome"|"tenant/.test(data), data);
    stream.cut();
  });

  test('resumes after every cut and after a restart with nothing lost and nothing twice', async () => {
    const { id, token } = await openOne();
    const seen: number[] = [];
    let server = await listenFor(api());
    for (let round = 0; round < 6; round += 1) {
      const stream = await follow(server.url, token, seen.at(-1) ?? 1);
      const writing = Promise.all([
        append(api(), id, NEWS),
        append(api(), id, NEWS),
        append(api(), id, NEWS),
      ]);
      await stream.next('status');
      if (round % 2 === 0) {
        stream.cut();
      } else {
        await server.close();
        await stream.ended().catch(() => undefined);
        server = await listenFor(api());
      }
      await writing;
      seen.push(...stream.seen);
    }
    const last = await follow(server.url, token, seen.at(-1));
    while ((seen.at(-1) ?? 0) < 19 && (last.seen.at(-1) ?? 0) < 19) await last.next('status');
    seen.push(...last.seen);
    assert.deepEqual(
      seen,
      Array.from({ length: 18 }, (_, index) => index + 2),
    );
    last.cut();
    await server.close();
  });

  describe('ends at once, with a word why,', () => {
    test('when its key is revoked', async () => {
      const page = await api().issue({ tenantId: 'partner', kind: 'publishable', origins: [ORIGIN] });
      const { reference, pin } = await createCase(api());
      const opened = await api().call('POST', '/v1/status-sessions', {
        key: page.text,
        body: opening(reference, pin),
      });
      const stream = await follow(socket().url, ((await opened.json()) as { token: string }).token);
      await stream.next('heartbeat');
      await api().revoke(page.id);
      assertEnd(await stream.ended());
    });

    test('when the person leaves', async () => {
      const { token } = await openOne();
      const stream = await follow(socket().url, token);
      await stream.next('heartbeat');
      await api().call('DELETE', '/v1/status-sessions/current', { token });
      assertEnd(await stream.ended());
    });

    test('when the session runs out', async () => {
      const { token } = await openOne();
      const stream = await follow(socket().url, token);
      await stream.next('heartbeat');
      api().pass(15 * MINUTE);
      assertEnd(await stream.ended());
    });

    test('and sends nothing that happens after', async () => {
      const { id, token } = await openOne();
      const stream = await follow(socket().url, token);
      await stream.next('heartbeat');
      await api().call('DELETE', '/v1/status-sessions/current', { token });
      await append(api(), id, RECEIVED);
      assertEnd(await stream.ended());
      assert.deepEqual(stream.seen, []);
    });
  });

  test('is not had by a token in the address', async () => {
    const { token } = await openOne();
    for (const name of ['token', 'access_token', 'authorization']) {
      const response = await fetch(`${socket().url}/v1/status/stream?${name}=${token}`);
      await assertProblem(response, 'unauthenticated');
    }
    assert.ok(!JSON.stringify(api().log).includes(token));
  });

  test('is had only a few times by one session', async () => {
    const { token } = await openOne();
    const opened = await Promise.all(
      Array.from({ length: 10 }, () =>
        fetch(`${socket().url}/v1/status/stream`, { headers: { Authorization: `Bearer ${token}` } }),
      ),
    );
    const streams = opened.filter(({ status }) => status === 200);
    assert.equal(streams.length, MAX_STREAMS_PER_SESSION);
    for (const refused of opened.filter(({ status }) => status !== 200))
      await assertProblem(refused, 'too-many-requests');
    for (const { body } of streams) await body?.cancel();
  });

  test('comes in frames of a few lengths', async () => {
    const { id, token } = await openOne();
    const response = await api().call('GET', '/v1/status/stream', {
      token,
      headers: { 'Last-Event-ID': '1' },
    });
    await append(api(), id, RECEIVED);
    const chunks: number[] = [];
    for await (const chunk of response.body ?? []) if (chunks.push(chunk.length) === 3) break;
    // The first one is the instruction when to connect again, the same for everybody.
    for (const length of chunks.slice(1)) assert.equal(length, sizeClass(length));
  });

  test('is cut for a reader who does not read, and the others go on', async () => {
    const { id, token } = await openOne();
    // With the one that reads, as many as a session may have: another is let in once these are dropped.
    const slow = Array.from({ length: MAX_STREAMS_PER_SESSION - 1 }, () => readNothing(socket().port, token));
    await Promise.all(slow.map(({ opened }) => opened));
    const quick = await follow(socket().url, token, 1);
    const written = 40;
    const reading = (async () => {
      while ((quick.seen.at(-1) ?? 0) < written) await quick.next('status');
    })();
    // Each frame holds the whole case: together far more than a connection takes in unread.
    await append(api(), id, { code: 'tasks_updated', change: 'information', tasks: MANY_TASKS });
    for (let seq = 2; seq < written; seq += 1) await append(api(), id, NEWS);
    await reading;

    const rest = await untilFollowed(socket().url, token, 2);
    while ((rest.seen.at(-1) ?? 0) < written) await rest.next('status');
    assert.equal(rest.seen.length, written - 2);
    for (const { resume, closed } of slow) {
      resume();
      await closed;
    }
    rest.cut();
    quick.cut();
  });
});

const TEXT = { en: { text: 'x'.repeat(500), reviewed: 'peer' as const } };
const MANY_TASKS: NonNullable<AppendEvent['tasks']> = Array.from({ length: 40 }, () => ({
  kind: 'answer',
  title: TEXT,
  state: 'open',
  how: [TEXT, TEXT, TEXT],
}));

/** A connection that asks for the stream, waits for the first bytes, and then takes no more. */
function readNothing(port: number, token: string) {
  const connection = connect({ port, host: '127.0.0.1' });
  connection.on('error', () => {});
  connection.write(
    `GET /v1/status/stream HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nLast-Event-ID: 1\r\n\r\n`,
  );
  const closed = new Promise<void>((resolve) => connection.once('close', () => resolve()));
  const opened = new Promise<void>((resolve) =>
    connection.once('data', () => {
      connection.pause();
      resolve();
    }),
  );
  return { opened, closed, resume: () => connection.resume() };
}

/** Follows as soon as the session has a stream to spare. */
async function untilFollowed(url: string, token: string, lastEventId: number) {
  for (;;) {
    const response = await fetch(`${url}/v1/status/stream`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    await response.body?.cancel();
    if (response.status === 200) return follow(url, token, lastEventId);
    await setTimeout(100);
  }
}

function assertEnd(frame: { event?: string; data?: string } | undefined): void {
  assert.equal(frame?.event, 'end');
  assert.equal(z.parse(StreamEnd, JSON.parse(frame?.data ?? '')).reason, 'session-ended');
}
