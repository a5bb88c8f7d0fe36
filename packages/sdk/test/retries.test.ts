// What passes is tried again, what does not is told at once, and a repeated call is one call.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { problem } from '@lintas/contract/core';
import { hasCode, isLintasError } from '@lintas/sdk';
import { appendAt, APPENDED, EMPTY_LIST, listAt, openAt, OPENED } from './support/calls.ts';
import { answer, answerHtml, startFaultServer } from './support/fault-server.ts';

const ENTRY_TIMES = { tries: 4 };

describe('a failure that passes', () => {
  for (const status of [408, 429, 500, 502, 503, 504, 507]) {
    test(`${status} is tried again, and the caller never learns of it`, async () => {
      await using server = await startFaultServer((response, _, count) => {
        if (count < 3) answerHtml(response, status);
        else answer(response, 200, EMPTY_LIST);
      });
      assert.equal(await listAt(server.baseUrl), 0);
      assert.equal(server.received.length, 3);
    });
  }

  test('a connection that is cut before the answer is made again', async () => {
    await using server = await startFaultServer((response, _, count) => {
      if (count === 1) response.destroy();
      else answer(response, 200, EMPTY_LIST);
    });
    await listAt(server.baseUrl);
    assert.equal(server.received.length, 2);
  });

  test('an answer that is cut in the middle is asked for again', async () => {
    await using server = await startFaultServer((response, _, count) => {
      if (count > 1) return answer(response, 200, EMPTY_LIST);
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '500' });
      response.write('{"data":[', () => response.destroy());
    });
    await listAt(server.baseUrl);
    assert.equal(server.received.length, 2);
  });

  test('a server that hangs is given up after one try’s time, and asked again', async () => {
    await using server = await startFaultServer((response, _, count) => {
      if (count > 1) answer(response, 200, EMPTY_LIST);
    });
    await listAt(server.baseUrl, { timing: { oneTry: 1000 } });
    assert.equal(server.received.length, 2);
  });

  test('is not one of a wait that is given as undefined: the one without it counts', async () => {
    await using server = await startFaultServer((response) => {
      setTimeout(() => answer(response, 200, EMPTY_LIST), 100);
    });
    await listAt(server.baseUrl, { timing: { oneTry: undefined, wholeCall: undefined, tries: 1 } });
    assert.equal(server.received.length, 1);
  });

  test('is told after as many tries as there are', async () => {
    await using server = await startFaultServer((response) => answerHtml(response, 502));
    await assert.rejects(listAt(server.baseUrl, { timing: ENTRY_TIMES }), (error) => {
      assert.ok(hasCode(error, 'unexpected-answer'));
      return error.status === 502;
    });
    assert.equal(server.received.length, 4);
  });

  test('of the network is told as such', async () => {
    const server = await startFaultServer(() => undefined);
    await server[Symbol.asyncDispose]();
    await assert.rejects(listAt(server.baseUrl), (error) => hasCode(error, 'network'));
  });
});

describe('a failure that stays', () => {
  for (const code of [
    'unauthenticated',
    'scope-missing',
    'not-found',
    'precondition-failed',
    'invalid-request',
  ] as const) {
    test(`${code} is told at once`, async () => {
      const refused = problem(code);
      await using server = await startFaultServer((response) => answer(response, refused.status, refused));
      await assert.rejects(appendAt(server.baseUrl), (error) => hasCode(error, code));
      assert.equal(server.received.length, 1);
    });
  }
});

describe('a call that writes', () => {
  test('carries one idempotency key through all its tries, and the next call another', async () => {
    await using server = await startFaultServer((response, _, count) => {
      if (count === 1) response.destroy();
      else if (count === 2) answerHtml(response, 503);
      else answer(response, 201, APPENDED);
    });
    await appendAt(server.baseUrl);
    await appendAt(server.baseUrl);
    const [first, second, third, other] = server.received.map(({ headers }) => headers['idempotency-key']);
    assert.match(String(first), /^[\da-f]{32}$/);
    assert.deepEqual([second, third], [first, first]);
    assert.notEqual(other, first);
    assert.equal(new Set(server.received.map(({ body }) => body)).size, 1);
  });

  test('waits for its own first try, which is still at work', async () => {
    const running = problem('idempotency-in-progress', { retryAfter: 0 });
    await using server = await startFaultServer((response, _, count) => {
      if (count === 1) answer(response, 409, running, { 'Retry-After': '0' });
      else answer(response, 201, APPENDED);
    });
    assert.deepEqual(await appendAt(server.baseUrl), APPENDED);
  });
});

describe('a wait that the API asks for', () => {
  test('is kept', async () => {
    const arrivals: number[] = [];
    await using server = await startFaultServer((response, _, count) => {
      arrivals.push(performance.now());
      if (count === 1) answerHtml(response, 503, { 'Retry-After': '1' });
      else answer(response, 200, EMPTY_LIST);
    });
    await listAt(server.baseUrl);
    const [first = 0, second = 0] = arrivals;
    // Timers may fire a millisecond early.
    assert.ok(second - first >= 990);
  });

  test('is told instead of kept when it is too long, with its length', async () => {
    const until = new Date(Date.now() + 3_600_000).toUTCString();
    for (const header of ['3600', until]) {
      await using server = await startFaultServer((response) =>
        answerHtml(response, 503, { 'Retry-After': header }),
      );
      await assert.rejects(listAt(server.baseUrl), (error) => {
        assert.ok(isLintasError(error) && error.retryAfter !== undefined);
        return error.retryAfter > 3590 && error.retryAfter <= 3600;
      });
      assert.equal(server.received.length, 1);
    }
  });

  test('is told a person at once when they try to open a case', async () => {
    const refused = problem('too-many-requests', { retryAfter: 1 });
    await using server = await startFaultServer((response, _, count) => {
      if (count === 1) answer(response, 429, refused, { 'Retry-After': '1' });
      else answer(response, 201, OPENED);
    });
    await assert.rejects(openAt(server.baseUrl), (error) => {
      return hasCode(error, 'too-many-requests') && error.retryAfter === 1;
    });
    assert.equal(server.received.length, 1);
  });
});

describe('time', () => {
  test('a whole call ends when its time is over, whatever its tries do', async () => {
    await using server = await startFaultServer(() => undefined);
    await assert.rejects(listAt(server.baseUrl, { timing: { oneTry: 60_000, wholeCall: 100 } }), (error) =>
      hasCode(error, 'timeout'),
    );
    await server.idle();
  });
});
