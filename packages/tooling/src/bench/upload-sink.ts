// A bare server that takes files: what stands beside the API when uploads are measured.

import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Bytes that are written with one call. */
const WRITE_BYTES = 1024 * 1024;

/** Forgets what it gets; what comes for `/kept` it writes into the folder, as durably as files can be. */
export async function startSink(folder: string): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    const allowed = {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'PUT',
      'Access-Control-Allow-Headers': 'Content-Type',
      'Access-Control-Max-Age': '600',
    };
    const taken =
      request.method === 'PUT' && request.url === '/kept' ? keep(request, folder) : drain(request);
    taken.then(
      () => response.writeHead(204, allowed).end(),
      () => request.destroy(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function drain(request: IncomingMessage): Promise<void> {
  request.resume();
  await once(request, 'end');
}

async function keep(request: IncomingMessage, folder: string): Promise<void> {
  const path = join(folder, randomUUID());
  await pipeline(request, createWriteStream(path, { flush: true, highWaterMark: WRITE_BYTES }));
  const opened = await open(folder);
  await opened.sync();
  await opened.close();
  await rm(path);
}
