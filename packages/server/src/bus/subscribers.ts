// Who in this process waits for which topic.

export interface Subscribers {
  /** Calls `listener` on every wake-up of the topic. Answers how to stop that. */
  subscribe(topic: string, listener: () => void): () => void;
  wake(topic: string): void;
  /** For when it is not known what was missed. */
  wakeAll(): void;
}

export function createSubscribers(): Subscribers {
  const byTopic = new Map<string, Set<() => void>>();
  const wake = (topic: string): void => {
    // A copy: a listener may unsubscribe itself or others.
    for (const listener of [...(byTopic.get(topic) ?? [])]) listener();
  };
  return {
    subscribe(topic, listener) {
      const listeners = byTopic.get(topic) ?? new Set();
      byTopic.set(topic, listeners);
      // Its own function for each call, so that subscribing one listener twice and stopping once leaves one.
      const own = (): void => listener();
      listeners.add(own);
      return () => {
        listeners.delete(own);
        if (listeners.size === 0 && byTopic.get(topic) === listeners) byTopic.delete(topic);
      };
    },
    wake,
    wakeAll() {
      for (const topic of [...byTopic.keys()]) wake(topic);
    },
  };
}
