// Whoever presses "back" on a shared device finds nothing.

import { guardPage } from '../../src/core/page-guard.ts';
import { assertEqual } from './assert.ts';

describe('a guarded page', () => {
  let wiped: number;
  let unguard: () => void;
  beforeEach(() => {
    wiped = 0;
    unguard = guardPage(() => (wiped += 1));
  });
  afterEach(() => unguard());

  it('is wiped when it is left', () => {
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    assertEqual(wiped, 1);
  });

  it('is wiped again when the browser shows it from memory', () => {
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    assertEqual(wiped, 1);
  });

  it('is not wiped when it is shown for the first time', () => {
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    assertEqual(wiped, 0);
  });

  it('is left alone once the guard is gone', () => {
    unguard();
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    assertEqual(wiped, 0);
  });
});
