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
  stop(): Promise<void>;
}

export function startSender(database: Database, transport: Transport): Sender {
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  const flush = (): void => {
    timer = undefined;
    running = running
      .then(() => sendOutbox(database, transport))
      .catch(() => {
        // The rows are still there, so the next sweep tries again.
      });
  };
  // A batch that was sent is a change as well: so what is left after a full one follows at once.
  const stopListening = database.onCommit(() => {
    timer ??= setTimeout(flush, DELAY);
  });
  const sweep = setInterval(flush, SWEEP_INTERVAL);
  sweep.unref();

  return {
    async stop() {
      stopListening();
      clearInterval(sweep);
      clearTimeout(timer);
      flush();
      await running;
    },
  };
}

/** Sends what is in the outbox and is not being sent by another process. */
async function sendOutbox(database: Database, transport: Transport): Promise<void> {
  await database.asOwner(async (transaction) => {
    // To lose this at a power failure means to wake somebody twice, so the commit does not wait for the disk.
    const { rows } = await sql<{ topic: string }>`
      delete from outbox where id in (
        select id from outbox order by id limit ${BATCH_SIZE} for update skip locked
      ) and set_config('synchronous_commit', 'off', true) = 'off'
      returning topic
    `.execute(transaction);
    if (rows.length > 0) await transport.send([...new Set(rows.map(({ topic }) => topic))]);
  });
}
