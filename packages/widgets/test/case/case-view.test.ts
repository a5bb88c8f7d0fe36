// The case view without a screen, against the real API behind a network that fails on command.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, describe, test } from 'node:test';
import { createClient, type ApplicationsClient, type StatusClient } from '@lintas/sdk';
import type { CreatedApplication } from '@lintas/contract/status';
import { startApiProcess, type ApiProcess } from '../../../tooling/src/browser-tests/api-process.ts';
import { startFaultProxy, type FaultProxy } from '../../../tooling/src/browser-tests/fault-proxy.ts';
import { CaseViewStore } from '../../src/case/case-view.ts';
import type { OpenState, ViewState } from '../../src/case/view-state.ts';

/** Short waits, so that tests of trouble do not take as long as trouble does. */
const timing = { firstBackoff: 5, maxBackoff: 20 };

let api: ApiProcess;
let network: FaultProxy;
/** The authority's way goes round the failing network. */
let applications: ApplicationsClient;
let client: StatusClient;
const connect = () => Promise.resolve(client);

before(async () => {
  api = await startApiProcess('http://localhost:4681');
  network = await startFaultProxy(new URL(api.url));
  applications = createClient({ baseUrl: api.url, key: api.secretKey }).applications;
  const baseUrl = `http://127.0.0.1:${network.port}`;
  client = createClient({ baseUrl, key: api.publishableKey, timing }).status;
});
after(async () => {
  await network?.stop();
  await api?.stop();
});

function createCase(): Promise<CreatedApplication> {
  return applications.create({
    kind: 'stay_limited',
    filedAt: '2026-03-01T02:00:00Z',
    applicant: { initials: 'A.B.' },
  });
}

/** Waits until the view is as described. */
async function until<State extends ViewState>(
  view: CaseViewStore,
  is: (state: ViewState) => state is State,
): Promise<State> {
  for (;;) {
    const { state } = view;
    if (is(state)) return state;
    await once(view, 'change');
  }
}

function isOpen(state: ViewState): state is OpenState {
  return state.kind === 'open';
}

/** An opened case with a task, and what its authority knows of it. */
async function openNew() {
  const created = await createCase();
  const view = new CaseViewStore();
  await view.open(connect, created);
  const opened = await until(view, isOpen);
  return { created, view, opened };
}

describe('opening', () => {
  test('shows the case with its whole history, and nothing as new', async () => {
    const { view, opened } = await openNew();
    assert.equal(opened.case.status, 'submitted');
    assert.deepEqual(
      opened.history.map(({ seq }) => seq),
      opened.history.map((_, index) => index + 1),
    );
    assert.equal(opened.changed.size, 0);
    assert.equal(opened.decision.kind, 'hidden');
    view.wipe();
  });

  test('a wrong PIN and an unknown reference fail alike', async () => {
    const { reference } = await createCase();
    for (const input of [
      { reference, pin: '00000000' },
      { reference: 'ZZZZ-ZZZZ-ZZZZ', pin: '12345678' },
    ]) {
      const view = new CaseViewStore();
      await view.open(connect, input);
      assert.deepEqual(view.state, { kind: 'failed', failure: { kind: 'lookup' } });
    }
  });

  test('a network that is gone is said to be, and the next try works', async () => {
    const created = await createCase();
    const view = new CaseViewStore();
    await network.stop();
    await view.open(connect, created);
    assert.deepEqual(view.state, { kind: 'failed', failure: { kind: 'offline' } });
    await network.start();
    await view.open(connect, created);
    assert.equal(view.state.kind, 'open');
    view.wipe();
  });

  test('the login page of a public network is trouble, not a wrong PIN', async () => {
    const created = await createCase();
    const view = new CaseViewStore();
    network.setFault({
      kind: 'answer',
      status: 200,
      headers: { 'Content-Type': 'text/html' },
      body: '<h1>Log in</h1>',
    });
    await view.open(connect, created);
    network.setFault(undefined);
    assert.deepEqual(view.state, { kind: 'failed', failure: { kind: 'unavailable' } });
  });
});

describe('while a case is open', () => {
  test('a change of the authority shows, is marked, and is told once', async () => {
    const { created, view } = await openNew();
    let updates = 0;
    view.addEventListener('update', () => updates++);
    const event = await applications.append(created.id, {
      code: 'accepted_for_processing',
      change: 'progress',
      to: 'received',
      checks: [{ kind: 'identity', state: 'in_progress' }],
    });
    const state = await until(view, (now): now is OpenState => isOpen(now) && now.case.status === 'received');
    assert.deepEqual([...state.changed].sort(), ['check:identity', `event:${event.id}`, 'status']);
    assert.equal(state.history.at(-1)?.id, event.id);
    assert.equal(updates, 1);
    view.wipe();
  });

  test('what was missed while the connection was gone comes after it, once', async () => {
    const { created, view } = await openNew();
    await network.stop();
    const lost = await until(view, (now): now is OpenState => isOpen(now) && now.connection === 'offline');
    assert.equal(lost.case.status, 'submitted');
    await applications.append(created.id, {
      code: 'accepted_for_processing',
      change: 'progress',
      to: 'received',
    });
    await network.start();
    const back = await until(
      view,
      (now): now is OpenState => isOpen(now) && now.connection === 'live' && now.case.status === 'received',
    );
    assert.equal(new Set(back.history.map(({ id }) => id)).size, back.history.length);
    view.wipe();
  });

  test('trouble of the service is told apart from being offline', async () => {
    const { view } = await openNew();
    network.setFault({ kind: 'answer', status: 503, body: '' });
    network.cut();
    const state = await until(
      view,
      (now): now is OpenState => isOpen(now) && now.connection === 'unavailable',
    );
    network.setFault(undefined);
    assert.equal(state.case.status, 'submitted');
    view.wipe();
  });

  test('the decision is fetched when it is asked for, and forgotten when it is hidden', async () => {
    const { created, view } = await openNew();
    await decide(created.id);
    await until(view, (now): now is OpenState => isOpen(now) && now.case.decidedAt !== null);
    assert.doesNotMatch(JSON.stringify(view.state), /refused/);
    await view.readDecision();
    const read = await until(view, isOpen);
    assert.equal(read.decision.kind === 'shown' && read.decision.decision.outcome, 'refused');
    view.hideDecision();
    assert.doesNotMatch(JSON.stringify(view.state), /refused/);
    view.wipe();
  });

  test('staying longer moves the end of the session', async () => {
    const { view, opened } = await openNew();
    await view.extend();
    const state = await until(view, isOpen);
    assert.equal(state.extendFailure, undefined);
    assert.ok(state.session.remaining >= opened.session.remaining - 1000);
    view.wipe();
  });
});

describe('the end', () => {
  test('closing says so and keeps nothing of the case', async () => {
    const { view } = await openNew();
    view.close();
    assert.deepEqual(view.state, { kind: 'ended', why: 'closed' });
  });

  test('leaving at once brings back the empty form', async () => {
    const { view } = await openNew();
    view.wipe();
    assert.deepEqual(view.state, { kind: 'closed' });
  });

  test('a session that the API has ended is over here too', async () => {
    const { view } = await openNew();
    network.setFault({ kind: 'answer', status: 401, body: '' });
    network.cut();
    await until(view, (now): now is ViewState => now.kind === 'ended');
    network.setFault(undefined);
    assert.deepEqual(view.state, { kind: 'ended', why: 'expired' });
  });

  test('leaving while the API still looks opens nothing later', async () => {
    const created = await createCase();
    const view = new CaseViewStore();
    const opening = view.open(connect, created);
    view.wipe();
    await opening;
    assert.deepEqual(view.state, { kind: 'closed' });
  });
});

test('too many tries tell until when to wait', async () => {
  const { reference } = await createCase();
  const view = new CaseViewStore();
  const before = Date.now();
  do await view.open(connect, { reference, pin: '00000000' });
  while (view.state.kind === 'failed' && view.state.failure.kind === 'lookup');
  assert.ok(view.state.kind === 'failed' && view.state.failure.kind === 'wait');
  assert.ok(view.state.failure.until > before);
});

/** Brings a new case to a refusal, as an authority would. */
async function decide(id: string): Promise<void> {
  const step = (event: Parameters<typeof applications.append>[1]) => applications.append(id, event);
  await step({ code: 'accepted_for_processing', change: 'progress', to: 'received' });
  await step({ code: 'review_started', change: 'progress', to: 'in_review' });
  await step({ code: 'checks_finished', change: 'progress', to: 'ready_for_decision' });
  await step({
    code: 'decision_made',
    change: 'progress',
    to: 'decided',
    decision: { outcome: 'refused', reasons: ['requirements_not_met'], nextStep: 'ask_for_review' },
  });
}
