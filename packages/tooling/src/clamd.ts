// ClamAV's daemon for the tests of the search for malware. They start it themselves, with signatures of their own.

import { installDebianPackages } from './debian.ts';
import { findExecutable } from './processes.ts';

/** Installs it where that is possible. Without it the tests that need it are left out; with `CI=true` they fail. */
export async function ensureClamd(): Promise<void> {
  const find = (): string | undefined => findExecutable(['clamd', '/usr/sbin/clamd']);
  if (!find()) await installDebianPackages(['clamav-daemon']);
  if (!find()) console.log('No ClamAV: its tests are left out. On Debian: apt install clamav-daemon');
}
