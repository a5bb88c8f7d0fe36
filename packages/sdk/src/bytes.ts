// Calls that are answered with bytes: files, which may be large and slow, so the time that counts is that of silence.

import type { Endpoint } from '@lintas/contract/core';
import { withDeadline } from './abort.ts';
import type { Connection } from './options.ts';
import { readChunk } from './stream.ts';
import { type AnyInput, type CallInput, type CallOptions, openBytes } from './transport.ts';

/** Sends a call that is answered with a file, and reads all of it. */
export async function callForBytes<Call extends Endpoint>(
  connection: Connection,
  endpoint: Call,
  input: CallInput<Call> & AnyInput,
  options: CallOptions,
): Promise<Blob> {
  const response = await openBytes(connection, endpoint, input, options);
  const type = response.headers.get('Content-Type') ?? '';
  const reader = response.body?.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  try {
    while (reader) {
      const { done, value } = await withDeadline(connection.timing.stall, options.signals ?? [], (within) =>
        readChunk(reader, within),
      );
      if (done) break;
      chunks.push(new Uint8Array(value));
    }
  } finally {
    reader?.cancel().catch(() => undefined);
  }
  return new Blob(chunks, { type });
}
