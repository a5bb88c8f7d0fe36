// The real reference API for browser tests, on another origin than the test page, behind a network that fails
// on command. A test asks for things through `api.ts`, which sends the command `lintas-api`:
//
// action       what happens, and what is answered
// info         { url, key }: the API's address, and a publishable key bound to the test page's origin
// call         the authority calls its API, or as 'reviewer' the partner that reviews, or with { token } a person's session:
//              { method, path, body?, as? } answers { status, body }, text as it came. For example
//              POST /v1/applications, then POST /v1/applications/<id>/events. Make a case of your own for each
//              test, so that no test depends on another
// stop, start  the API cannot be reached / can be reached again at the same address. It keeps its data
// cut          every open connection breaks; new ones work
// fault        { fault }: answers by itself or holds answers back, see `Fault`; without `fault` forwards again
// reset        the network is whole again, and limits on failed tries begin afresh. Call it before each test
//
// Actions without an answer of their own answer `true`.

import type { TestRunnerPlugin } from '@web/test-runner';
import { startApiProcess, type ApiProcess } from './api-process.ts';
import { startFaultProxy, type Fault, type FaultProxy } from './fault-proxy.ts';
import type { PageOptions } from './partner-page.ts';

export type ApiCommand =
  | { readonly action: 'info' | 'stop' | 'start' | 'cut' | 'reset' }
  | {
      readonly action: 'call';
      readonly method: string;
      readonly path: string;
      readonly body?: unknown;
      readonly as?: 'reviewer' | { readonly token: string };
    }
  | { readonly action: 'fault'; readonly fault?: Fault };

interface Running {
  readonly api: ApiProcess;
  readonly proxy: FaultProxy;
  /** Where browsers find the API: the failing network's address. */
  readonly url: string;
}

/** The plugin, and what the partner's page has to know. */
export function provideApi(origin: string): { plugin: TestRunnerPlugin; findOptions: () => PageOptions } {
  let running: Running | undefined;
  const expectRunning = (): Running => {
    if (!running) throw new Error('The API has not been started.');
    return running;
  };
  const plugin: TestRunnerPlugin = {
    name: 'lintas-api',
    // No test begins before it is there, so no test has to be patient with it.
    async serverStart() {
      running = await start(origin);
    },
    async serverStop() {
      await running?.proxy.stop();
      await running?.api.stop();
    },
    async executeCommand({ command, payload }) {
      if (command !== 'lintas-api' || !isApiCommand(payload)) return undefined;
      const { api, proxy, url } = expectRunning();
      if (payload.action === 'info') return { url, key: api.publishableKey };
      return payload.action === 'call' ? callApi(api, payload) : steerNetwork(proxy, payload);
    },
  };
  const findOptions = (): PageOptions => {
    const { api, url } = expectRunning();
    return { api: url, key: api.publishableKey };
  };
  return { plugin, findOptions };
}

async function start(origin: string): Promise<Running> {
  const api = await startApiProcess(origin);
  const proxy = await startFaultProxy(new URL(api.url));
  return { api, proxy, url: `http://localhost:${proxy.port}` };
}

function isApiCommand(payload: unknown): payload is ApiCommand {
  return typeof payload === 'object' && payload !== null && 'action' in payload;
}

type Call = Extract<ApiCommand, { action: 'call' }>;

/** Goes round the failing network: the systems of authorities and partners are somewhere else. */
async function callApi(api: ApiProcess, { method, path, body, as }: Call): Promise<unknown> {
  const response = await fetch(new URL(path, api.url), {
    method,
    headers: {
      Authorization: `Bearer ${credentialOf(api, as)}`,
      ...(body !== undefined && {
        'Content-Type': 'application/json',
        'Idempotency-Key': crypto.randomUUID(),
      }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = /[/+]json\b/.test(response.headers.get('Content-Type') ?? '');
  const value = isJson ? (JSON.parse(text) as unknown) : text;
  return { status: response.status, body: text === '' ? null : value };
}

function credentialOf({ secretKey, reviewKey }: ApiProcess, as: Call['as']): string {
  if (typeof as === 'object') return as.token;
  return as === 'reviewer' ? reviewKey : secretKey;
}

async function steerNetwork(proxy: FaultProxy, command: Exclude<ApiCommand, Call>): Promise<true> {
  switch (command.action) {
    case 'stop':
      await proxy.stop();
      break;
    case 'start':
      await proxy.start();
      break;
    case 'cut':
      proxy.cut();
      break;
    case 'fault':
      proxy.setFault(command.fault);
      break;
    case 'reset':
      proxy.setFault(undefined);
      proxy.changeAddress();
      await proxy.start();
      break;
    case 'info':
      break;
  }
  return true;
}
