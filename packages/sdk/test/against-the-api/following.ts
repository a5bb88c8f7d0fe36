// A case is followed through everything that a network can do, with nothing lost and nothing twice.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasCode, type StatusNotice, type StatusSession } from '@lintas/sdk';
import { answer, answerHtml } from '../support/fault-server.ts';
import { type Fault, onStream, passOnly, type Proxy, startProxy } from '../support/proxy.ts';
import { QUICK } from '../support/quick.ts';
import { createCase, NEWS, openCase, pageAt, type ReferenceApi } from '../support/reference-api.ts';

interface Opened extends AsyncDisposable {
  readonly proxy: Proxy;
  readonly session: StatusSession;
  /** Appends an event; answers its `seq`. */
  append(): Promise<number>;
}

async function openThroughProxy(api: ReferenceApi, timing = QUICK): Promise<Opened> {
  const proxy = await startProxy(api.port);
  const created = await createCase(api);
  const session = await openCase(pageAt(proxy.url, timing), created);
  return {
    proxy,
    session,
    append: async () => (await api.applications.append(created.id, NEWS)).seq,
    async [Symbol.asyncDispose]() {
      await session.close();
      await proxy[Symbol.asyncDispose]();
    },
  };
}

/** Follows until `enough` says so; answers all notices but the signs of life. */
async function follow(
  session: StatusSession,
  enough: (notice: StatusNotice) => boolean | Promise<boolean>,
  after?: number,
): Promise<StatusNotice[]> {
  const notices: StatusNotice[] = [];
  for await (const notice of session.watch({ after })) {
    if (notice.kind !== 'checked') notices.push(notice);
    if (await enough(notice)) break;
  }
  return notices;
}

const seqs = (notices: readonly StatusNotice[]): number[] =>
  notices.flatMap((notice) => (notice.kind === 'update' ? [notice.update.event.seq] : []));
const states = (notices: readonly StatusNotice[]): string[] =>
  notices.flatMap((notice) => (notice.kind === 'connection' ? [notice.state] : []));
const isLive = (notice: StatusNotice): boolean => notice.kind === 'connection' && notice.state === 'live';

export function followingACase(api: ReferenceApi): void {
  test('an event arrives with the case after it, also one from before the stream was open', async () => {
    await using opened = await openThroughProxy(api);
    const { seq } = await opened.session.get();
    const missed = await opened.append();
    const notices = await follow(opened.session, (notice) => {
      if (isLive(notice)) void opened.append();
      return notice.kind === 'update' && notice.update.event.seq === missed + 1;
    });
    assert.deepEqual(seqs(notices), [missed, missed + 1]);
    assert.equal(missed, seq + 1);
    const last = notices.at(-1);
    assert.ok(last?.kind === 'update' && last.update.case.seq === missed + 1);
  });

  test('signs of life tell when the case was last checked', async () => {
    await using opened = await openThroughProxy(api);
    for await (const notice of opened.session.watch()) {
      if (notice.kind !== 'checked') continue;
      assert.ok(notice.at > new Date('2026-01-01'));
      break;
    }
  });

  const trouble: Readonly<Record<string, { fault: Fault; code: string; status?: number }>> = {
    'answered 500': {
      fault: onStream(2, ({ outgoing }) => answerHtml(outgoing, 500)),
      code: 'unexpected-answer',
    },
    'answered by a login page': {
      fault: onStream(2, ({ outgoing }) => answerHtml(outgoing, 200)),
      code: 'unexpected-answer',
    },
    'answered in another format': {
      fault: onStream(1, ({ outgoing }) => answer(outgoing, 200, { data: [] })),
      code: 'unexpected-answer',
    },
    'answered 429': {
      fault: onStream(1, ({ outgoing }) =>
        answer(
          outgoing,
          429,
          { type: 'urn:lintas:problem:too-many-requests', title: '', status: 429 },
          { 'Retry-After': '1' },
        ),
      ),
      code: 'too-many-requests',
    },
    'cut before it begins': {
      fault: onStream(1, ({ outgoing }) => void outgoing.destroy()),
      code: 'network',
    },
    'never answered': { fault: onStream(1, () => undefined), code: 'timeout' },
    'silent from some point on': { fault: onStream(1, passOnly(900, 'silence')), code: 'timeout' },
  };
  for (const [what, { fault, code }] of Object.entries(trouble)) {
    test(`a stream that is ${what} is opened again, and the reader is told why`, async () => {
      await using opened = await openThroughProxy(api, { ...QUICK, oneTry: 2_000, stall: 2_000, tries: 20 });
      const seq = (await opened.session.get()).seq;
      opened.proxy.fault = fault;
      const expected = await opened.append();
      const notices = await follow(opened.session, ({ kind }) => kind === 'update', seq);
      assert.deepEqual(seqs(notices), [expected]);
      const causes = notices.flatMap((notice) => ('cause' in notice ? [notice.cause.code] : []));
      assert.ok(causes.includes(code), causes.join());
      assert.equal(states(notices).at(-1), 'live');
    });
  }

  test('a stream that is cut anywhere, also within an event, loses and repeats nothing', async () => {
    await using opened = await openThroughProxy(api);
    const { seq } = await opened.session.get();
    const expected: number[] = [];
    for (let count = 0; count < 6; count += 1) expected.push(await opened.append());
    let bytes = 0;
    // Each connection gets a little further than the one before, to every place within the frames.
    opened.proxy.fault = onStream(40, (passage) => passOnly((bytes += 211), 'cut')(passage));
    const last = expected.at(-1);
    const notices = await follow(
      opened.session,
      (notice) => notice.kind === 'update' && notice.update.event.seq === last,
      seq,
    );
    assert.deepEqual(seqs(notices), expected);
    assert.ok(states(notices).filter((state) => state === 'reconnecting').length > 5);
  });

  test('events that were sent again are told once', async () => {
    await using opened = await openThroughProxy(api);
    const { seq } = await opened.session.get();
    await opened.append();
    // A proxy that forgets where the reader was: the API begins anew.
    opened.proxy.fault = ({ incoming }) => {
      if (incoming.headers['last-event-id']) incoming.headers['last-event-id'] = String(seq);
      return false;
    };
    let cuts = 0;
    let last = seq + 1;
    const notices = await follow(
      opened.session,
      async (notice) => {
        if (notice.kind !== 'update') return false;
        assert.equal(notice.update.event.seq, last);
        if (cuts === 3) return true;
        cuts += 1;
        last = await opened.append();
        opened.proxy.cut();
        return false;
      },
      seq,
    );
    assert.deepEqual(seqs(notices), [seq + 1, seq + 2, seq + 3, seq + 4]);
  });

  test('a session that the API ended ends the stream, and every other call', async () => {
    for (const fault of [
      undefined,
      onStream(1, ({ outgoing }) =>
        answer(outgoing, 401, { type: 'urn:lintas:problem:unauthenticated', title: '', status: 401 }),
      ),
    ]) {
      await using opened = await openThroughProxy(api);
      let authorization = '';
      opened.proxy.fault = (passage) => {
        authorization = passage.incoming.headers.authorization ?? '';
        return fault?.(passage) ?? false;
      };
      const following = follow(opened.session, async (notice) => {
        if (isLive(notice)) await revoke(api, authorization);
        return false;
      });
      await assert.rejects(following, (error) => hasCode(error, 'session-ended'));
      if (fault) await revoke(api, authorization);
      await assert.rejects(opened.session.get(), (error) => hasCode(error, 'session-ended'));
    }
  });
}

/** Ends a session as another tab would. */
async function revoke(api: ReferenceApi, authorization: string): Promise<void> {
  await fetch(`http://127.0.0.1:${api.port}/v1/status-sessions/current`, {
    method: 'DELETE',
    headers: { Authorization: authorization },
  });
}
