// Wake-ups over PostgreSQL's LISTEN and NOTIFY, on a connection of its own.

import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { ConnectTransport, Transport } from './open.ts';
import type { Subscribers } from './subscribers.ts';

const CHANNEL = 'lintas';
/** Milliseconds. A connection that broke without a word shows when it does not answer in time. */
const PROBE_INTERVAL = 10_000;
const ANSWER_TIMEOUT = 5_000;
const SHORTEST_BREAK = 100;
const LONGEST_BREAK = 5_000;

export function connectPostgres(url: string): ConnectTransport {
  return async (subscribers) => {
    let onTried = (): void => {};
    const tried = new Promise<void>((resolve) => (onTried = resolve));
    const transport = follow(url, subscribers, onTried);
    await tried;
    return transport;
  };
}

/** Keeps a connection that listens, for as long as the transport is open. `onTried`: connected, or failed. */
function follow(url: string, subscribers: Subscribers, onTried: () => void): Transport {
  const closing = new AbortController();
  let client: pg.Client | undefined;
  let listening = false;

  async function listenOnce(): Promise<void> {
    client = createClient(url);
    client.on('notification', ({ payload }) => subscribers.wake(payload ?? ''));
    const ended = new Promise<void>((resolve) => client?.once('end', resolve));
    let probe: NodeJS.Timeout | undefined;
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      listening = true;
      probe = setInterval(() => void client?.query('').catch(() => client?.end()), PROBE_INTERVAL);
      // What was sent while nobody listened is not known.
      subscribers.wakeAll();
      onTried();
      await ended;
    } finally {
      onTried();
      listening = false;
      clearInterval(probe);
      await client.end().catch(() => {});
    }
  }

  async function listen(): Promise<void> {
    let pause = SHORTEST_BREAK;
    while (!closing.signal.aborted) {
      const hadListened = await listenOnce().then(
        () => true,
        () => false,
      );
      pause = hadListened ? SHORTEST_BREAK : Math.min(pause * 2, LONGEST_BREAK);
      // All processes lose their connections at once, so they come back spread out.
      await wait(pause * (0.5 + Math.random() / 2), undefined, { signal: closing.signal }).catch(() => {});
    }
  }

  const done = listen();
  return {
    async send(topics) {
      // Until it is back, the rows stay in the outbox.
      if (!client || !listening) throw new Error('The bus is not connected.');
      await client.query('select pg_notify($1, topic) from unnest($2::text[]) as topic', [CHANNEL, topics]);
    },
    async close() {
      closing.abort();
      await client?.end().catch(() => {});
      await done;
    },
  };
}

function createClient(url: string): pg.Client {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'lintas bus',
    connectionTimeoutMillis: ANSWER_TIMEOUT,
    query_timeout: ANSWER_TIMEOUT,
    keepAlive: true,
  });
  // The end of the connection is what counts; without a listener, Node would end the process.
  client.on('error', () => {});
  return client;
}
