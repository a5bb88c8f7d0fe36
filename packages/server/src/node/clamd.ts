// Talks to ClamAV's daemon: the file is streamed to it, nothing is written (clamd(8), command INSTREAM).

import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import { ScannerUnavailable, type MalwareScanner } from '../documents/checks/malware.ts';

/** Without a word for so long, it is taken for dead. */
const SILENCE_MS = 60_000;
const DEFAULT_PORT = 3310;
const MAX_ANSWER_BYTES = 4096;

/** @param url `tcp://host:port` or `unix:/path` */
export function createClamd(url: string, silenceMs: number = SILENCE_MS): MalwareScanner {
  const { protocol, hostname, port, pathname } = new URL(url);
  const address =
    protocol === 'unix:'
      ? { path: decodeURIComponent(pathname) }
      : { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || DEFAULT_PORT) };

  return {
    async scan(file) {
      const socket = createConnection(address);
      socket.setTimeout(silenceMs, () => socket.destroy(new ScannerUnavailable('TIMEOUT')));
      const answer = readAnswer(socket);
      try {
        await once(socket, 'connect').catch(unavailable);
        await send(socket, file);
        return readVerdict(await answer);
      } finally {
        socket.destroy();
      }
    },
  };
}

/** Stops early when it already has answered: it does so when a file is larger than it takes. */
async function send(socket: Socket, file: AsyncIterable<Uint8Array>): Promise<void> {
  socket.write('zINSTREAM\0');
  for await (const chunk of file) {
    if (!socket.writable || socket.readableEnded) return;
    if (chunk.length === 0) continue;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    socket.write(length);
    if (!socket.write(chunk)) await writableOrClosed(socket);
  }
  socket.write(Buffer.alloc(4));
}

function writableOrClosed(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      socket.off('drain', go).off('close', go).off('end', go);
      resolve();
    };
    socket.on('drain', go).on('close', go).on('end', go);
  });
}

/** Everything that it says until it ends the connection. Never rejects: what was said before a break counts. */
function readAnswer(socket: Socket): Promise<string | ScannerUnavailable> {
  return new Promise((resolve) => {
    let text = '';
    socket.setEncoding('latin1').on('data', (part: string) => {
      text = (text + part).slice(0, MAX_ANSWER_BYTES);
    });
    let failure = new ScannerUnavailable('CLOSED');
    socket.on('error', (error) => {
      failure = toUnavailable(error);
    });
    for (const event of ['end', 'close']) socket.on(event, () => resolve(text === '' ? failure : text));
  });
}

/** The answer names what was found; only that something was is passed on. */
function readVerdict(answer: string | ScannerUnavailable): 'clean' | 'found' {
  if (answer instanceof ScannerUnavailable) throw answer;
  const text = answer.replace(/\0$/, '').trim();
  // With `AlertExceedsMax yes` a file that could not be looked into wholly is reported like a find.
  if (/Limits\.Exceeded|size limit exceeded/i.test(text)) throw new ScannerUnavailable('LIMIT');
  if (text === 'stream: OK') return 'clean';
  if (/^stream: .+ FOUND$/.test(text)) return 'found';
  throw new ScannerUnavailable('PROTOCOL');
}

function unavailable(error: unknown): never {
  throw toUnavailable(error);
}

/** Node's message names the address. */
function toUnavailable(error: unknown): ScannerUnavailable {
  if (error instanceof ScannerUnavailable) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return new ScannerUnavailable(typeof code === 'string' ? code : 'CLOSED');
}
