// Wake-ups between the processes that share a database. A transaction that changes what others watch inserts a
// row into `outbox`; once it has committed, one sender per process turns the rows into wake-ups.

import type { Log } from '../adapters.ts';
import type { Bus, Database } from '../db/database.ts';
import { watchReach } from '../reach.ts';
import { connectLocal } from './local.ts';
import { connectPostgres } from './postgres.ts';
import { startSender } from './sender.ts';
import { createSubscribers, type Subscribers } from './subscribers.ts';

/** What carries wake-ups from one process to all, itself included. */
export interface Transport {
  send(topics: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** Starts a transport that hands what arrives to subscribers. Resolves when it is connected, or failed once. */
export type ConnectTransport = (subscribers: Subscribers) => Promise<Transport>;

export interface BusOptions {
  /** The PostgreSQL server that the processes share; without one there is one process. */
  readonly databaseUrl?: string | undefined;
  /** A Redis server that carries the wake-ups instead: `redis://…`. */
  readonly busUrl?: string | undefined;
  /** Is told of a Redis that is away. */
  readonly log?: Log | undefined;
}

/** Opens the bus of this process. A server that is down now is connected to when it is up. */
export async function openBus(database: Database, options: BusOptions = {}): Promise<Bus> {
  const subscribers = createSubscribers();
  const connect = await chooseTransport(options);
  const transport = await connect(subscribers);
  const sender = startSender(database, transport);
  return {
    subscribe: subscribers.subscribe,
    async close() {
      await sender.stop();
      await transport.close();
    },
  };
}

async function chooseTransport({
  databaseUrl,
  busUrl,
  log = () => {},
}: BusOptions): Promise<ConnectTransport> {
  if (busUrl !== undefined) {
    // Its client takes a fifth of a process's start, and most have no use for it.
    const { connectRedis } = await import('./redis.ts');
    return connectRedis(busUrl, watchReach('Redis', log));
  }
  if (databaseUrl !== undefined) return connectPostgres(databaseUrl);
  return connectLocal;
}
