// Waiting for a wake-up.

import type { Bus } from '../../src/db/database.ts';

/** Resolves at the next wake-up of the topic. */
export function nextWakeUp(bus: Bus, topic: string): Promise<void> {
  return new Promise((resolve) => {
    const stop = bus.subscribe(topic, () => {
      stop();
      resolve();
    });
  });
}
