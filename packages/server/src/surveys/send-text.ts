// Text that is sent as it comes, line by line.

import { answerBytes } from '../http/answer.ts';
import type { Exchange } from '../http/exchange.ts';

export function sendText(exchange: Exchange, lines: Iterable<string> | AsyncIterable<string>): Response {
  return answerBytes(exchange, 200, encoded(lines));
}

async function* encoded(lines: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const line of lines) yield encoder.encode(line);
}
