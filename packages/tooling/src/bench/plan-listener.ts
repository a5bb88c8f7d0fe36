// The plans of the very queries that Lintas sends, as they were executed: PostgreSQL's own module `auto_explain` sends
// each with the answer to the query, and this stands between the two and collects them.
//
// https://www.postgresql.org/docs/15/auto-explain.html
// https://www.postgresql.org/docs/15/protocol-message-formats.html (NoticeResponse)

import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import type { ServerInstallation } from './workplace.ts';

export interface PlanListener {
  /** Address of the database through this listener. */
  readonly databaseUrl: string;
  /** The plans since the last time, without those of other tables. */
  take(table: string): readonly string[];
  close(): void;
}

const SETTINGS = {
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_min_duration': '0',
  'auto_explain.log_analyze': 'on',
  'auto_explain.log_buffers': 'on',
  'auto_explain.log_level': 'notice',
};

export async function listenToPlans(installation: ServerInstallation): Promise<PlanListener> {
  const target = new URL(installation.databaseUrl);
  const [name, owner] = [target.pathname.slice(1), target.username];
  for (const [setting, value] of Object.entries(SETTINGS)) {
    await installation.query(`alter role ${owner} in database ${name} set ${setting} = '${value}'`);
  }
  let plans: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname);
    for (const [socket, other] of [
      [client, database],
      [database, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => other.destroy());
      socket.pipe(other);
    }
    readNotices(database, (text) => plans.push(text));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const through = new URL(target);
  through.hostname = '127.0.0.1';
  through.port = String((server.address() as AddressInfo).port);
  return {
    databaseUrl: through.href,
    take(table) {
      const taken = plans.filter((plan) => plan.includes(` on ${table} `)).map(cutHead);
      plans = [];
      return taken;
    },
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Calls `take` with the text of each notice among the messages of the server. */
function readNotices(database: Socket, take: (text: string) => void): void {
  let bytes = Buffer.alloc(0);
  database.on('data', (chunk) => {
    bytes = Buffer.concat([bytes, chunk]);
    // A message: its type in one byte, then its length in four, which counts itself.
    while (bytes.length >= 5 && bytes.length > bytes.readUInt32BE(1)) {
      const end = bytes.readUInt32BE(1) + 1;
      if (bytes[0] === 'N'.charCodeAt(0)) take(messageOf(bytes.subarray(5, end)));
      bytes = bytes.subarray(end);
    }
  });
}

/** The field `M` of a notice, whose fields are a byte and a text that ends with a zero. */
function messageOf(fields: Buffer): string {
  return (
    fields
      .toString()
      .split('\0')
      .find((field) => field.startsWith('M'))
      ?.slice(1) ?? ''
  );
}

/** Takes away `duration: 0.1 ms  plan:`. */
function cutHead(plan: string): string {
  return plan.slice(plan.indexOf('\n') + 1).trim();
}
