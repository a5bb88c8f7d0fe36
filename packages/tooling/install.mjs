// Installs the dependencies of a fresh clone, so that `npm start` and `npm test` need no step before them.
// npm runs it with whatever Node the machine has (20 or later), before the repository's own Node is there:
// therefore plain JavaScript without dependencies.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The packages of a lock file by their place in the tree, or `undefined` where there is no such file. */
function readPackages(path) {
  try {
    return JSON.parse(readFileSync(`${root}${path}`, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** Why an installation is needed, or `undefined` when every locked package is there in its locked version. */
function findReason() {
  const locked = readPackages('package-lock.json') ?? {};
  // npm keeps a copy of what it really installed; contents are compared because file times change with every
  // branch that is checked out.
  const installed = readPackages('node_modules/.package-lock.json');
  if (!installed) return 'node_modules is missing';
  for (const [place, { version, optional }] of Object.entries(locked)) {
    // Optional packages of other platforms are locked but rightly not installed.
    if (place === '' || (optional && !installed[place])) continue;
    if (installed[place]?.version !== version) return `${place} is not the locked version`;
  }
  return undefined;
}

const reason = findReason();
if (reason) {
  console.log(`Installing dependencies with "npm ci" (${reason}).`);
  // npm names its own script here; on Windows `npm` itself is a batch file that cannot be spawned directly.
  const npm = process.env.npm_execpath;
  const [command, ...first] = npm ? [process.execPath, npm] : ['npm'];
  const { status } = spawnSync(command, [...first, 'ci', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}
