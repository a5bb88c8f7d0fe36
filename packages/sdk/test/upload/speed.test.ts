// What a person is told of the time that is left.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSpeed } from '../../src/upload/speed.ts';

/** Measures the same every 100 ms. */
function run(speed: ReturnType<typeof createSpeed>, bytes: number, from: number, to: number): void {
  for (let at = from + 100; at <= to; at += 100) speed.measure(bytes, at);
}

const near = (value: number | undefined, expected: number): void =>
  assert.ok(value !== undefined && Math.abs(value - expected) < expected / 20, `${value}`);

test('nothing is said within the first second, nor while nothing leaves', () => {
  const speed = createSpeed(0);
  run(speed, 1000, 0, 900);
  assert.equal(speed.secondsFor(1000), undefined);
  const silent = createSpeed(0);
  run(silent, 0, 0, 5000);
  assert.equal(silent.secondsFor(1000), undefined);
});

test('an even line is told exactly, from the beginning', () => {
  const speed = createSpeed(0);
  run(speed, 1000, 0, 1100);
  near(speed.secondsFor(100_000), 10);
  run(speed, 1000, 1100, 60_000);
  near(speed.secondsFor(100_000), 10);
});

test('a line that gets slower is noticed within some seconds', () => {
  const speed = createSpeed(0);
  run(speed, 1000, 0, 60_000);
  run(speed, 100, 60_000, 65_000);
  near(speed.secondsFor(5500), 1);
  run(speed, 100, 65_000, 120_000);
  near(speed.secondsFor(1000), 1);
});

test('bytes that were lost and leave again are time that was spent', () => {
  const speed = createSpeed(0);
  run(speed, 1000, 0, 10_000);
  const before = speed.secondsFor(1000) ?? 0;
  speed.measure(-50_000, 10_100);
  assert.ok((speed.secondsFor(1000) ?? 0) > before);
});
