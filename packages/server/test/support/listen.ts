// A server of a test's own, on a port that the system chooses.

import { once } from 'node:events';
import type { Server } from 'node:net';

/** Has it listen on this machine alone; answers the port. */
export async function listenHere(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}
