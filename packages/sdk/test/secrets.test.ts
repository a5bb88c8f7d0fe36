// Whatever goes wrong, and however the network plays along: no reference, PIN, token or key, and nothing that was
// sent, is in anything that gets printed, logged or stored.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect } from 'node:util';
import { createClient } from '@lintas/sdk';
import { PIN, PUBLISHABLE_KEY, REFERENCE, SECRET_KEY, TOKEN } from './support/calls.ts';
import { answer, type Play, type Received, startFaultServer } from './support/fault-server.ts';
import { OPENED } from './support/calls.ts';
import { QUICK } from './support/quick.ts';

const timing = { ...QUICK, oneTry: 200, tries: 2 };

/** Personal values of an application. */
const EXTERNAL_ID = 'CANARYexternal';
const INITIALS = 'CANARYin';
const canary = new RegExp(`CANARY|${REFERENCE}|${PIN}|Bearer|idempotency`, 'i');

/** Everything that a log, a console or a crash report could make of a value. */
function renderings(value: unknown): string {
  const chain: string[] = [];
  for (let at: unknown = value; at instanceof Error; at = at.cause) {
    chain.push(
      at.name,
      at.message,
      at.stack ?? '',
      JSON.stringify(at),
      String(at),
      ...Object.values(at).map(String),
    );
  }
  return [...chain, JSON.stringify(value), inspect(value, { depth: Infinity, getters: true })].join('\n');
}

const everything = ({ method, url, headers, body }: Received): string =>
  `${method} ${url} ${JSON.stringify(headers)} ${body}`;

/** What a network can do to a request, with all of the request in what it answers. */
const faults: Readonly<Record<string, Play>> = {
  'a login page that repeats the request': (response, request) =>
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(everything(request)),
  'an error page that repeats it': (response, request) => response.writeHead(502).end(everything(request)),
  'a problem that repeats it': (response, request) =>
    answer(
      response,
      422,
      {
        type: 'urn:lintas:problem:invalid-request',
        title: everything(request),
        status: 422,
        detail: everything(request),
        requestId: SECRET_KEY,
        errors: [{ pointer: everything(request), code: everything(request), message: everything(request) }],
      },
      { 'Request-Id': TOKEN },
    ),
  'a problem type that repeats it': (response, request) =>
    answer(response, 400, { type: `urn:lintas:problem:${everything(request)}`, title: '', status: 400 }),
  'the wrong JSON': (response, request) => answer(response, 200, { token: [everything(request)], data: 7 }),
  'a redirect that repeats it': (response, request) =>
    response.writeHead(302, { Location: `/?${encodeURIComponent(everything(request))}` }).end(),
  'a cut connection': (response) => void response.destroy(),
  'a cut answer': (response, request) => {
    response.writeHead(200, { 'Content-Length': '100000' });
    response.write(everything(request), () => response.destroy());
  },
  silence: () => undefined,
};

/** Every call, with canaries in all that it takes. */
const calls: Readonly<Record<string, (baseUrl: string) => Promise<unknown>>> = {
  open: (baseUrl) =>
    createClient({ baseUrl, key: PUBLISHABLE_KEY, timing }).status.open({ reference: REFERENCE, pin: PIN }),
  create: (baseUrl) =>
    createClient({ baseUrl, key: SECRET_KEY, timing }).applications.create({
      kind: 'other',
      filedAt: '2026-03-01T09:30:00Z',
      externalId: EXTERNAL_ID,
      applicant: { initials: INITIALS },
    }),
  list: async (baseUrl) => {
    const list = createClient({ baseUrl, key: SECRET_KEY, timing }).applications.list({
      externalId: EXTERNAL_ID,
    });
    for await (const _ of list) continue;
  },
};

describe('no secret is in what is thrown or printed', () => {
  for (const [fault, play] of Object.entries(faults)) {
    test(`on ${fault}`, async (context) => {
      const printed: unknown[] = [];
      for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
        context.mock.method(console, method, (...line: unknown[]) => printed.push(line));
      }
      await using server = await startFaultServer(play);
      for (const [name, call] of Object.entries(calls)) {
        const error = await call(server.baseUrl).then(
          () => assert.fail(`${name} must not succeed`),
          (reason: unknown) => reason,
        );
        assert.doesNotMatch(renderings(error), canary, name);
      }
      assert.ok(server.received.some((request) => canary.test(everything(request))));
      assert.deepEqual(printed, []);
    });
  }

  test('in a session, after it was opened, used and refused', async () => {
    const seen: unknown[] = [];
    const session = await openSession(async (opened, baseUrl) => {
      for (const use of [opened.get(), opened.decision(), opened.extend()]) {
        seen.push(await use.catch((reason: unknown) => reason));
      }
      assert.match(baseUrl, /127/);
    });
    await session.close();
    seen.push(session, await session.get().catch((reason: unknown) => reason));
    for (const value of seen) assert.doesNotMatch(renderings(value), canary);
    assert.doesNotMatch(Object.values(session).map(String).join(), canary);
  });

  test('in a client, and in the refusal to make one', () => {
    const client = createClient({ baseUrl: 'https://api.example.org', key: SECRET_KEY });
    assert.doesNotMatch(renderings(client), canary);
    for (const options of [
      { baseUrl: `https://user:${SECRET_KEY}@api.example.org`, key: PUBLISHABLE_KEY },
      { baseUrl: `https://api.example.org/?key=${SECRET_KEY}`, key: PUBLISHABLE_KEY },
      { baseUrl: `ftp://${SECRET_KEY}`, key: PUBLISHABLE_KEY },
      { baseUrl: 'https://api.example.org', key: `Bearer ${SECRET_KEY}` },
      { baseUrl: 'https://api.example.org', key: `${SECRET_KEY}\n` },
    ]) {
      assert.throws(
        () => createClient(options),
        (error) => !canary.test(renderings(error)),
      );
    }
  });
});

type Session = Awaited<ReturnType<ReturnType<typeof createClient>['status']['open']>>;

/** Opens a session whose every later request is refused by an error page that repeats it. */
async function openSession(use: (session: Session, baseUrl: string) => Promise<void>): Promise<Session> {
  await using server = await startFaultServer((response, request, count) => {
    if (count === 1) answer(response, 201, OPENED);
    else response.writeHead(404).end(everything(request));
  });
  const { status } = createClient({ baseUrl: server.baseUrl, key: PUBLISHABLE_KEY, timing });
  const session = await status.open({ reference: REFERENCE, pin: PIN });
  await use(session, server.baseUrl);
  return session;
}
