// How the engine's code is made into the processor's: as it is reached, quickly, and not once more for speed. By itself V8
// compiles what is used most a second time. One function of the engine takes it 600 MB of memory and seconds of a
// processor, in every process and just when the first people come: more than a small machine has. What that costs
// afterwards is in docs/measured.md.

import { setFlagsFromString } from 'node:v8';

/** For all WebAssembly that this process compiles from now on; there is none but the engine that works for long. */
export function compileOnce(): void {
  setFlagsFromString('--no-wasm-tier-up');
  setFlagsFromString('--no-wasm-dynamic-tiering');
}
