// The least that can carry an event from an append to a screen: server-sent events on bare `node:http`. It checks
// nobody, keeps nothing, and sends whatever is posted on to the stream with the same path.

import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const streams = new Map<string, ServerResponse>();

const server = createServer((request, response) => {
  const path = request.url ?? '/';
  if (request.method === 'GET') {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Access-Control-Allow-Origin': '*' });
    response.write('event: heartbeat\ndata: {}\n\n');
    streams.set(path, response);
    response.once('close', () => streams.delete(path));
    return;
  }
  let text = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => {
    text += chunk;
  });
  request.on('end', () => {
    streams.get(path)?.write(`event: status\ndata: ${text}\n\n`);
    response.writeHead(201, { 'Content-Type': 'application/json' }).end(text);
  });
});
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.once('SIGTERM', () => process.exit(0));
