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
  return async (subscribers) => followPostgres(url, subscribers);
}

function followPostgres(url: string, subscribers: Subscribers): Transport {
  const closing = new AbortController();
  let connection: pg.Client | undefined;

  /** Listens until the connection ends. */
  async function listen(onConnected: () => void): Promise<void> {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'lintas bus',
      connectionTimeoutMillis: ANSWER_TIMEOUT,
      query_timeout: ANSWER_TIMEOUT,
      keepAlive: true,
    });
    const ended = new Promise<void>((resolve) => client.once('end', resolve));
    client.on('error', () => {});
    client.on('notification', ({ payload }) => subscribers.wake(payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      connection = client;
      onConnected();
      const probe = setInterval(() => void client.query('').catch(() => client.end()), PROBE_INTERVAL);
      probe.unref();
      closing.signal.addEventListener('abort', () => void client.end(), { once: true });
      await ended.finally(() => clearInterval(probe));
    } finally {
      connection = undefined;
      await client.end().catch(() => {});
    }
  }

  async function listenForEver(): Promise<void> {
    let pause = SHORTEST_BREAK;
    while (!closing.signal.aborted) {
      await listen(() => {
        pause = SHORTEST_BREAK;
        // What was sent while nobody listened is not known.
        subscribers.wakeAll();
      }).catch(() => {});
      // All processes lose their connections at once, so they come back spread out.
      await wait(pause * (0.5 + Math.random() / 2), undefined, { signal: closing.signal }).catch(() => {});
      pause = Math.min(pause * 2, LONGEST_BREAK);
    }
  }

  const done = listenForEver();
  return {
    async send(topics) {
      // Without a connection the rows stay in the outbox.
      if (!connection) throw new Error('The bus is not connected.');
      await connection.query('select pg_notify($1, topic) from unnest($2::text[]) as topic', [
        CHANNEL,
        topics,
      ]);
    },
    async close() {
      closing.abort();
      await done;
    },
  };
}
