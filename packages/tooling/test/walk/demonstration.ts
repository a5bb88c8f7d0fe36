// The demonstration as `npm start` runs it, with data of its own.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cleanUpAtExit, root, stopProcess } from '../../src/processes.ts';
import { source } from '../../src/tools.ts';

export const PARTNER_PAGE = 'http://localhost:4681/';
export const DESK = 'http://localhost:4682/';
export const REVIEW_DESK = 'http://localhost:4683/';

const READY_WITHIN_MS = 180_000;

/**
 * Starts it; answers how to stop it. Its ports are fixed, because its key is bound to the page's origin.
 *
 * @param settings `LINTAS_…` for this one
 */
export async function startDemonstration(
  settings: Readonly<Record<string, string>> = {},
): Promise<() => Promise<void>> {
  if (await answers(PARTNER_PAGE)) throw new Error('Another demonstration runs already. Please stop it.');
  const folder = mkdtempSync(join(tmpdir(), 'lintas-walk-'));
  const forgetFolder = cleanUpAtExit(() => rmSync(folder, { recursive: true, force: true }));
  // Nothing of the developer's own settings: they could name a database that is no test's business.
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('LINTAS_'));
  const child = spawn(process.execPath, source('packages/tooling/src/start.ts'), {
    cwd: root,
    env: { ...Object.fromEntries(inherited), ...settings, LINTAS_DATA_DIR: folder },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const forgetChild = cleanUpAtExit(() => child.kill());
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!(await Promise.all([PARTNER_PAGE, DESK, REVIEW_DESK].map(answers))).every(Boolean)) {
    if (child.exitCode !== null) throw new Error('The demonstration has ended before it was ready.');
    if (Date.now() > deadline) throw new Error('The demonstration did not become ready.');
    await sleep(200);
  }
  return async () => {
    await stopProcess(child);
    rmSync(folder, { recursive: true, force: true });
    forgetChild();
    forgetFolder();
  };
}

async function answers(url: string): Promise<boolean> {
  const response = await fetch(url).catch(() => undefined);
  await response?.body?.cancel();
  return response?.ok === true;
}
