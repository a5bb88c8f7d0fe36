// Empties the outbox. Rows are deleted once their wake-ups are sent: a process that dies in between leaves
// them to the next sweep of any other, so a wake-up may come twice but is not forgotten.

import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import type { Transport } from './open.ts';

/** Milliseconds from a commit to its wake-up: many commits share one. */
const DELAY = 20;
/** Milliseconds between looks for rows of processes that died. */
const SWEEP_INTERVAL = 1000;
/** Rows that one transaction takes. */
const BATCH_SIZE = 1000;

export interface Sender {
  /** Sends what is left, if that can be done now. */
  stop(): Promise<void>;
}

export function startSender(database: Database, transport: Transport): Sender {
  let running: Promise<void> | undefined;

  const flush = (): Promise<void> =>
    (running ??= sendOutbox(database, transport)
      // The rows are still there for the next sweep.
      .catch(() => {})
      .finally(() => {
        running = undefined;
      }));

  let timer: NodeJS.Timeout | undefined;
  const flushSoon = (): void => {
    timer ??= setTimeout(() => void flushAfterRunning(), DELAY);
  };
  /** One that runs now may have looked before the commit that this is for. */
  const flushAfterRunning = async (): Promise<void> => {
    await running;
    timer = undefined;
    await flush();
  };
  const stopListening = database.onOutbox(flushSoon);
  const sweep = setInterval(() => void flush(), SWEEP_INTERVAL);
  sweep.unref();

  return {
    async stop() {
      stopListening();
      clearInterval(sweep);
      clearTimeout(timer);
      await running;
      await flush();
    },
  };
}

/** Sends what is in the outbox and is not being sent by another process. */
async function sendOutbox(database: Database, transport: Transport): Promise<void> {
  while ((await sendBatch(database, transport)) === BATCH_SIZE);
}

/** Answers how many rows it was. */
async function sendBatch(database: Database, transport: Transport): Promise<number> {
  return database.asOwner(async (transaction) => {
    // To lose this at a power failure means to wake somebody twice, so the commit does not wait for the disk.
    await sql`set local synchronous_commit = off`.execute(transaction);
    const rows = await transaction
      .deleteFrom('outbox')
      .where('id', 'in', (query) =>
        query.selectFrom('outbox').select('id').orderBy('id').limit(BATCH_SIZE).forUpdate().skipLocked(),
      )
      .returning('topic')
      .execute();
    if (rows.length > 0) await transport.send([...new Set(rows.map(({ topic }) => topic))]);
    return rows.length;
  });
}
