// Who walks: somebody with each engine that is here, and somebody with an old phone.

import { engines, findBrowsers, type Engine } from '../../src/browsers.ts';
import { takeHands, type Hands } from './hands.ts';
import { takeOldHands } from './old-hands.ts';

export interface Walker<Name extends string = Engine | typeof OLD> {
  /** What they have: an engine's name, or the old browser. */
  readonly name: Name;
  take(): Promise<Hands>;
}

const OLD = 'Chromium 92';

const browsers = findBrowsers();

export const walkersOfToday: readonly Walker<Engine>[] = engines
  .filter((name) => browsers[name])
  .map((name) => ({ name, take: () => takeHands(name, browsers) }));

export const walkers: readonly Walker[] = [...walkersOfToday, { name: OLD, take: takeOldHands }];
