// Answers to what never becomes a request of the API: they carry what every answer carries.

import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { firstHeaders } from '../http/headers.ts';

export interface RefusedBytes {
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** A problem that says no more than its status (RFC 9457, section 4.2.1). The connection is closed after it. */
export function refusalOf(status: number): RefusedBytes {
  const requestId = randomUUID();
  const body = JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status], status, requestId });
  return {
    body,
    headers: {
      ...firstHeaders(requestId),
      'Content-Type': 'application/problem+json',
      'Content-Length': String(body.length),
      Connection: 'close',
    },
  };
}

/** Where nothing was answered yet. */
export function refuseRequest(outgoing: ServerResponse, status: number): void {
  const { headers, body } = refusalOf(status);
  outgoing.writeHead(status, headers).end(body);
}

/** What is not HTTP, or too slow or too long for it. */
export function refuseBytes(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const status = STATUS_OF[error.code ?? ''] ?? 400;
  const { headers, body } = refusalOf(status);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n'));
}

const STATUS_OF: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};
