// Wake-ups over Redis publish/subscribe, for installations that have a Redis at hand.

import { once } from 'node:events';
import { createClient } from 'redis';
import type { Reach } from '../reach.ts';
import type { ConnectTransport } from './open.ts';

const CHANNEL = 'lintas';
/** Milliseconds between tries to come back, at most. */
const LONGEST_BREAK = 5_000;

export function connectRedis(url: string, reach: Reach): ConnectTransport {
  return async (subscribers) => {
    const publisher = createClient({
      url,
      // Better an error, after which the row stays in the outbox, than a growing queue.
      disableOfflineQueue: true,
      socket: {
        reconnectStrategy: (tries) => Math.min(100 * 2 ** tries, LONGEST_BREAK) * (0.5 + Math.random() / 2),
      },
    });
    // A connection that publishes cannot subscribe as well. This one subscribes again by itself.
    const subscriber = publisher.duplicate({ disableOfflineQueue: false });
    publisher.on('error', () => {});
    subscriber.on('error', reach.lost);
    subscriber.on('ready', () => {
      reach.found();
      // What was published while nobody listened is not known.
      subscribers.wakeAll();
    });

    // Both keep trying, so a server that is down now holds nothing up.
    void publisher.connect().catch(() => {});
    const listening = subscriber
      .connect()
      .then(() => subscriber.subscribe(CHANNEL, (topic) => subscribers.wake(topic)));
    listening.catch(() => {});
    await Promise.race([listening, once(subscriber, 'error')]);
    return {
      async send(topics) {
        await Promise.all(topics.map((topic) => publisher.publish(CHANNEL, topic)));
      },
      close() {
        subscriber.destroy();
        publisher.destroy();
        return Promise.resolve();
      },
    };
  };
}
