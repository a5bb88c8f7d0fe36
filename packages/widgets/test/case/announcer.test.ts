// What people who hear the page are told.

import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { createAnnouncer } from '../../src/case/announcer.ts';

function start() {
  mock.timers.enable({ apis: ['setTimeout'] });
  const shown: string[] = [];
  const announcer = createAnnouncer((text) => shown.push(text));
  return { shown, announcer, [Symbol.dispose]: () => mock.timers.reset() };
}

test('a bunch of news is said once, with the last of it', () => {
  using at = start();
  for (const text of ['one', 'two', 'three']) {
    at.announcer.say('news', () => text);
    mock.timers.tick(100);
  }
  mock.timers.tick(1000);
  assert.deepEqual(at.shown, ['three']);
});

test('news about one thing do not take the place of news about another', () => {
  using at = start();
  at.announcer.say('session', () => 'Are you still there?');
  at.announcer.say('news', () => 'A change.');
  mock.timers.tick(1000);
  assert.deepEqual(at.shown, ['Are you still there? A change.']);
});

test('what was said does not stay, so that the same can be said again', () => {
  using at = start();
  at.announcer.say('news', () => 'news');
  mock.timers.tick(1000);
  mock.timers.tick(10_000);
  at.announcer.say('news', () => 'news');
  mock.timers.tick(1000);
  assert.deepEqual(at.shown, ['news', '', 'news']);
});

test('silence says nothing more of a case that was left', () => {
  using at = start();
  at.announcer.say('news', () => 'news');
  at.announcer.silence();
  mock.timers.tick(20_000);
  assert.deepEqual(at.shown, ['']);
});
