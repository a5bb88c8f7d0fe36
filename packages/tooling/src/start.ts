// `npm start`: the whole demonstration on this machine. Builds the widgets, writes sample data into
// .lintas/demo (or LINTAS_DATA_DIR), and runs the API, a partner's page, an authority's desk and a partner's review desk, each in its own process.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** Another one where something stands between people and the API, and takes their calls at 4680. */
const PORT = process.env['LINTAS_PORT'] ?? '4680';
const API = `http://localhost:${PORT}`;
const READY_WITHIN_MS = 60_000;
const POLL_MS = 200;

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = process.env['LINTAS_DATA_DIR'] ?? `${root}.lintas/demo`;
const env = {
  ...process.env,
  LINTAS_DEMO: '1',
  LINTAS_PORT: PORT,
  LINTAS_DATA_DIR: folder,
  LINTAS_ELEMENTS_DIR: `${root}packages/widgets/cdn`,
};
const running: ChildProcess[] = [];

process.once('SIGINT', () => stop(0));
process.once('SIGTERM', () => stop(0));

await finish('Building the widgets …', 'npm', 'run', '--silent', 'build');
await finish('Writing sample data …', ...script('packages/server/bin/lintas.ts'), 'seed');
keep(...script('packages/server/bin/lintas.ts'), 'serve');
await untilReady();
keep(...script('examples/partner-page/serve.ts'));
keep(...script('examples/authority-desk/src/server.ts'));
keep(...script('examples/review-desk/src/server.ts'));

console.log(`
The API:              ${API}
A partner's page:     http://localhost:4681
An authority's desk:  http://localhost:4682
A partner's reviews:  http://localhost:4683

References and PINs to try are in README.md. Stop with Ctrl+C.
`);

function script(path: string): [command: string, ...args: string[]] {
  return ['node', '--conditions=source', path];
}

/** Runs a step to its end; the demonstration does not go on without it. */
async function finish(announcement: string, command: string, ...args: string[]): Promise<void> {
  console.log(announcement);
  const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
  running.push(child);
  const [code] = await once(child, 'exit');
  if (code !== 0) stop(1);
}

/** Starts a process that stays; when one of them ends, all do. */
function keep(command: string, ...args: string[]): void {
  const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
  running.push(child);
  child.once('exit', () => stop(1));
}

async function untilReady(): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    const answer = await fetch(`${API}/v1/health`).catch(() => undefined);
    if (answer?.ok) return;
    await pause(POLL_MS);
  }
  console.error('The API did not become ready within a minute.');
  stop(1);
}

function stop(code: number): never {
  for (const child of running) child.kill('SIGTERM');
  process.exit(code);
}
