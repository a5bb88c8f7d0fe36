// A running WebKit that listens to WebDriver, with a display of its own, on a free port.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { WebKit } from '../browsers.ts';
import { cleanUpAtExit, findFreePort, stopProcess, waitForPort } from '../processes.ts';

export interface WebKitDriver {
  /** Where the driver accepts WebDriver sessions (one at a time). */
  readonly url: string;
  /** Starts display and driver; resolves when sessions are accepted. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Chooses the port at once, because test configurations need the address before anything runs. */
export async function prepareWebKitDriver(webkit: WebKit): Promise<WebKitDriver> {
  const port = await findFreePort();
  const children: ChildProcess[] = [];
  const keep = (child: ChildProcess): ChildProcess => {
    children.push(child);
    cleanUpAtExit(() => child.kill('SIGKILL'));
    return child;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    async start() {
      const { server, display } = await startDisplay(webkit.display);
      keep(server);
      const env = {
        ...process.env,
        DISPLAY: display,
        // The sandbox needs user namespaces, which containers rarely give; only our own pages are opened.
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      };
      keep(spawn(webkit.driver, [`--port=${port}`, '--host=127.0.0.1'], { env, stdio: 'ignore' }));
      await waitForPort(port);
    },
    async stop() {
      // The driver first: it ends its browser, which would complain about a vanished display.
      for (const child of children.splice(0).reverse()) await stopProcess(child);
    },
  };
}

/** Starts an X server in memory. It picks a free display number itself and writes it to its file descriptor 3. */
async function startDisplay(program: string): Promise<{ server: ChildProcess; display: string }> {
  const options = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
  const server = spawn(program, options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const numbers = server.stdio[3];
  if (!numbers) throw new Error('The display server has no channel for its number.');
  const number = (await once(numbers, 'data')).join('').trim();
  return { server, display: `:${number}` };
}
