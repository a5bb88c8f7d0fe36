// The hands of somebody with an old phone: Chromium 92 of July 2021, the oldest that pages of ours promise to work in.
// Today's drivers do not speak with it any more, so it is driven by its own protocol
// (https://chromedevtools.github.io/devtools-protocol/), of which little is needed.

import { spawn, type ChildProcess } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { chmod, mkdtemp, open, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { chromiumFlags } from '../../src/browsers.ts';
import { stopProcess } from '../../src/processes.ts';
import type { Hands, Window } from './hands.ts';

export async function takeOldHands(): Promise<Hands> {
  const folder = await mkdtemp(join(tmpdir(), 'lintas-old-chromium-'));
  const program = await unpackInto(folder);
  const browser = spawn(
    program,
    [...chromiumFlags, '--headless', '--remote-debugging-port=0', `--user-data-dir=${folder}/profile`],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const address = await readAddress(browser);
  return {
    async open(url, size) {
      const answer = await fetch(`http://${address}/json/new`);
      const { webSocketDebuggerUrl } = (await answer.json()) as { webSocketDebuggerUrl: string };
      return openWindow(await connect(webSocketDebuggerUrl), url, size);
    },
    async close() {
      await stopProcess(browser);
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Answers the path of the program. */
async function unpackInto(folder: string): Promise<string> {
  const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../bin');
  const program = join(folder, 'chromium');
  const file = await open(program, 'w');
  await pipeline(
    createReadStream(join(packed, 'chromium.br')),
    createBrotliDecompress(),
    file.createWriteStream(),
  );
  await chmod(program, 0o755);
  return program;
}

/** Host and port, which the browser says once it can be driven. */
async function readAddress({ stderr }: ChildProcess): Promise<string> {
  if (!stderr) throw new Error('The browser says nothing.');
  for await (const line of createInterface({ input: stderr })) {
    const [, address] = /^DevTools listening on ws:\/\/([\w.:]+)\//.exec(line) ?? [];
    if (address === undefined) continue;
    // What it says from here on is nobody's business, but it must not wait for somebody to read it.
    stderr.resume();
    return address;
  }
  throw new Error('The browser has ended before it could be driven.');
}

/** Sends a command of the protocol; answers its result. */
type Command = (method: string, parameters?: object) => Promise<Record<string, unknown>>;

async function connect(url: string): Promise<Command> {
  const socket = new WebSocket(url);
  const waiting = new Map<number, PromiseWithResolvers<Record<string, unknown>>>();
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error } = JSON.parse(String(data)) as Message;
    const command = waiting.get(id ?? 0);
    if (error) command?.reject(new Error(error.message));
    else command?.resolve(result ?? {});
  });
  socket.addEventListener('close', () =>
    waiting.forEach(({ reject }) => reject(new Error('The tab is closed.'))),
  );
  await new Promise((resolve) => socket.addEventListener('open', resolve));
  return (method, params = {}) => {
    const id = waiting.size + 1;
    const command = Promise.withResolvers<Record<string, unknown>>();
    waiting.set(id, command);
    socket.send(JSON.stringify({ id, method, params }));
    return command.promise;
  };
}

interface Message {
  readonly id?: number;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

async function openWindow(
  command: Command,
  url: string,
  size?: { readonly width: number; readonly height: number },
): Promise<Window> {
  if (size)
    await command('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1, mobile: false });
  await command('Page.navigate', { url });
  const find = async (expression: string, byValue: boolean) => {
    const { result, exceptionDetails } = await command('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: byValue,
    });
    if (exceptionDetails) throw new Error(`The page does not know ${expression}`);
    return result as { readonly value?: unknown; readonly objectId?: string };
  };
  const press = (type: string, x: number, y: number) =>
    command('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
  return {
    look: async <Seen>(expression: string) => (await find(expression, true)).value as Seen,
    async clickAt(x, y) {
      await command('Page.bringToFront');
      await press('mousePressed', x, y);
      await press('mouseReleased', x, y);
    },
    async type(text) {
      await command('Page.bringToFront');
      await command('Input.insertText', { text });
    },
    async give(input, path) {
      const { objectId } = await find(input, false);
      await command('DOM.setFileInputFiles', { objectId, files: [path] });
    },
    within: () => {
      throw new Error('Nobody looks into frames with these hands.');
    },
    // The answer may be lost with the tab.
    close: () =>
      command('Page.close').then(
        () => undefined,
        () => undefined,
      ),
  };
}
