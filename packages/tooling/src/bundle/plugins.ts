// What turns our modules into what a browser loads: used for the script-tag bundle and for the measurements,
// so that both see the same code.

import { createRequire } from 'node:module';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import type { Options as TerserOptions } from '@rollup/plugin-terser';
import type { LogHandlerWithDefault, Plugin } from 'rollup';

// The plugin's types describe its CommonJS form only, so that is the form we take.
const terser = createRequire(import.meta.url)('@rollup/plugin-terser') as (options: TerserOptions) => Plugin;

/** Templates stay as they are: without their indentation the bundle would be less than 2 % smaller after gzip. */
export function bundlePlugins(): Plugin[] {
  return [
    nodeResolve({ browser: true }),
    terser({ module: true, ecma: 2020, compress: { passes: 2 }, format: { comments: false }, maxWorkers: 2 }),
  ];
}

/** Passes on what concerns our own modules; what libraries do among themselves is not ours to mend. */
export const onLog: LogHandlerWithDefault = (level, log, handle) => {
  // TypeScript's helper for decorators asks for `this` and does without.
  if (log.code === 'THIS_IS_UNDEFINED') return;
  const places = [log.id, log.loc?.file, ...(log.ids ?? []), log.message];
  if (level === 'warn' && places.some((place) => place?.includes('node_modules'))) return;
  handle(level, log);
};
