// Nobody hits what moves: a page that is still coming pushes things away, and a browser may scroll a moment later.

import { setTimeout as sleep } from 'node:timers/promises';

/** In CSS pixels. */
export type Point = readonly [x: number, y: number];

const PATIENCE_MS = 30_000;
/** What has not moved for so long stands still. */
const STILL_MS = 150;

/** Answers where something is, once it is in the same place twice. */
export async function standsStill(find: () => Promise<Point>): Promise<Point> {
  const deadline = performance.now() + PATIENCE_MS;
  let last: Point | undefined;
  while (performance.now() < deadline) {
    const seen = await find();
    if (last?.join() === seen.join()) return seen;
    last = seen;
    await sleep(STILL_MS);
  }
  throw new Error('It never stands still.');
}
