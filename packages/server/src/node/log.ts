// Writes the log as one JSON object a line to standard output.

import type { Log } from '../adapters.ts';

/** Names every field once more: what is not named here cannot get into the log. */
export function createLog(write: (line: string) => void): Log {
  return ({ level, message, requestId, method, route, status, ms, key, error, frames }) => {
    const time = new Date().toISOString();
    write(JSON.stringify({ time, level, message, requestId, method, route, status, ms, key, error, frames }));
  };
}
