// Installs Debian packages where that is possible without asking anybody: apt is there, and we are root or
// sudo needs no password.

import { capture, findExecutable, run } from './processes.ts';

/** Installs the packages; answers whether it worked. Says what it does, since it changes the machine. */
export async function installDebianPackages(names: readonly string[]): Promise<boolean> {
  const apt = findExecutable(['apt-get']);
  if (!apt) return false;
  const prefix = await findPrivilege();
  if (!prefix) return false;
  console.log(`Installing Debian packages: ${names.join(', ')}`);
  // `env`, because sudo clears the environment.
  const [command = 'env', ...first] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', apt];
  // A stale package list may still do; a failed installation says enough by itself.
  await capture(command, [...first, 'update']);
  return (
    (await run(command, [...first, 'install', '--yes', '--quiet=2', '--no-install-recommends', ...names])) ===
    0
  );
}

/** What to put before a command that needs root, or `undefined` when we cannot have it. */
async function findPrivilege(): Promise<readonly string[] | undefined> {
  if (process.getuid?.() === 0) return [];
  const sudo = findExecutable(['sudo']);
  if (!sudo) return undefined;
  const { code } = await capture(sudo, ['-n', 'true']);
  return code === 0 ? [sudo, '-n'] : undefined;
}
