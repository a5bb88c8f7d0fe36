// Wake-ups within one process: the embedded database has no others.

import type { Transport } from './open.ts';
import type { Subscribers } from './subscribers.ts';

export function connectLocal(subscribers: Subscribers): Promise<Transport> {
  return Promise.resolve({
    send(topics) {
      for (const topic of topics) subscribers.wake(topic);
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  });
}
