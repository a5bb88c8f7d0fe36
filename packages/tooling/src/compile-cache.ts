// What Node has made of our sources, kept for the next process: tests start a thousand of them, and each would strip the
// types from the same two hundred files and compile them anew (Node's documentation, "Module compile cache").

import { root } from './processes.ts';

/** For the programs that this one starts from now on. Whoever has chosen a folder keeps it. */
export function keepCompiled(): void {
  process.env['NODE_COMPILE_CACHE'] ??= `${root}.cache/compiled`;
}
