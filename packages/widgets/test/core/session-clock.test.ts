// A person is warned in time, may stay, and is told when it is over, whatever the device's clock does.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  startSessionClock,
  type Clock,
  type SessionState,
  type SessionTimes,
} from '../../src/core/session-clock.ts';

const MINUTE = 60_000;
const start = Date.parse('2026-03-20T12:00:00Z');
const at = (minutes: number) => new Date(start + minutes * MINUTE).toISOString();
const session = (expires: number, ends = 60): SessionTimes => ({ expiresAt: at(expires), endsAt: at(ends) });

/** A clock that a test moves. Timers do not run while the device sleeps. */
function testClock() {
  let time = start;
  let timers: { readonly due: number; readonly call: () => void }[] = [];
  const clock: Clock = {
    now: () => time,
    after(milliseconds, call) {
      const timer = { due: time + milliseconds, call };
      timers.push(timer);
      return () => (timers = timers.filter((other) => other !== timer));
    },
  };
  const pass = (minutes: number): void => {
    const end = time + minutes * MINUTE;
    for (;;) {
      const [next] = timers.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due);
      if (!next) break;
      time = next.due;
      timers = timers.filter((timer) => timer !== next);
      next.call();
    }
    time = end;
  };
  const sleep = (minutes: number): void => void (time += minutes * MINUTE);
  return { clock, pass, sleep, waiting: () => timers.length };
}

function watch(times: SessionTimes, ahead = 0) {
  const changes: SessionState[] = [];
  const device = testClock();
  device.sleep(ahead);
  const clock = startSessionClock(times, (state) => changes.push(state), device.clock);
  return { ...device, session: clock, changes, phases: () => changes.map(({ phase }) => phase) };
}

describe('a session of fifteen minutes', () => {
  test('warns at least two minutes before its end, then ends', () => {
    const { pass, changes, phases } = watch(session(15));
    pass(12);
    assert.deepEqual(phases(), []);
    pass(1);
    assert.deepEqual(phases(), ['warning']);
    assert.ok((changes[0]?.remaining ?? 0) >= 2 * MINUTE);
    pass(2);
    assert.deepEqual(phases(), ['warning', 'ended']);
    assert.equal(changes[1]?.remaining, 0);
  });

  test('runs on when it is extended, and warns again', () => {
    const { pass, phases, session: clock } = watch(session(15));
    pass(14);
    clock.extend(session(29));
    assert.deepEqual(phases(), ['warning', 'running']);
    pass(12);
    assert.deepEqual(phases(), ['warning', 'running']);
    pass(1);
    assert.deepEqual(phases(), ['warning', 'running', 'warning']);
  });

  test('says when staying longer is no longer possible', () => {
    const { session: clock } = watch(session(15));
    assert.equal(clock.state.extendable, true);
    clock.extend(session(60));
    assert.equal(clock.state.extendable, false);
  });

  test('has ended after the device slept through its end', () => {
    const { sleep, phases, session: clock } = watch(session(15));
    sleep(45);
    clock.check();
    assert.deepEqual(phases(), ['ended']);
  });

  test('warns at once when the device woke up shortly before the end', () => {
    const { sleep, phases, session: clock } = watch(session(15));
    sleep(14);
    clock.check();
    assert.deepEqual(phases(), ['warning']);
  });

  test('does not come back to life when the clock is put back', () => {
    const { pass, sleep, phases, session: clock } = watch(session(15));
    pass(16);
    sleep(-60);
    clock.check();
    clock.extend(session(15));
    assert.deepEqual(phases(), ['warning', 'ended']);
    assert.equal(clock.state.phase, 'ended');
  });

  test('leaves no timer behind when it is stopped', () => {
    const { pass, phases, waiting, session: clock } = watch(session(15));
    clock.stop();
    assert.equal(waiting(), 0);
    pass(20);
    assert.deepEqual(phases(), []);
  });
});

describe('on a device whose clock is wrong', () => {
  for (const ahead of [-8 * 60, -10, 3]) {
    test(`by ${ahead} minutes, the server's time counts`, () => {
      const { pass, phases, session: clock } = watch(session(15), ahead);
      clock.correct(at(0));
      assert.equal(clock.state.remaining, 15 * MINUTE);
      pass(13);
      assert.deepEqual(phases(), ['warning']);
      pass(2);
      assert.deepEqual(phases(), ['warning', 'ended']);
    });
  }
});
