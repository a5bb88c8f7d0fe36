// The development tools that npm put on the path.

import type { SpawnOptions } from 'node:child_process';
import { capture, run } from './processes.ts';

// On Windows the tools are batch files, which only a shell can start.
const shell = process.platform === 'win32';

/** Runs a tool with our own input and output; answers its exit code. */
export function runTool(name: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  return run(name, args, { shell, ...options });
}

/** Runs a tool quietly; answers its exit code and what it printed. */
export function captureTool(
  name: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<{ code: number; output: string }> {
  return capture(name, args, { shell, ...options });
}

/** The arguments with which Node runs one of our own sources. */
export function source(path: string, ...args: readonly string[]): readonly string[] {
  return ['--conditions=source', path, ...args];
}
