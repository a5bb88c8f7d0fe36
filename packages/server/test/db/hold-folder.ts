// A process that takes a folder, says whether it got it, and keeps it until it is ended.

import { lockFolder } from '../../src/db/embedded/folder-lock.ts';

try {
  lockFolder(process.argv[2] ?? '');
  console.log('held');
} catch {
  console.log('refused');
}
process.stdin.resume();
