// @lintas/sdk: the typed client of the Lintas API.

export * from './applications.ts';
export * from './client.ts';
export * from './documents.ts';
export * from './errors.ts';
export * from './metrics.ts';
export type { ClientOptions } from './options.ts';
export * from './reviews.ts';
export * from './status.ts';
export * from './surveys.ts';
export type { ConnectionNotice } from './stream.ts';
export { DEFAULT_TIMING, type Timing } from './timing.ts';
