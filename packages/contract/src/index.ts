// @lintas/contract: what both sides agree on. Pure shapes and rules, no I/O.

export * from './core/index.ts';
export * from './disclosure/index.ts';
export * from './documents/index.ts';
export { ENDPOINTS, type EndpointId } from './endpoints.ts';
export * from './frames/endpoints.ts';
export * from './frames/inputs.ts';
export * from './metrics/index.ts';
export * from './reference/index.ts';
export * from './service/endpoints.ts';
export * from './service/schemas.ts';
export * from './status/index.ts';
export * from './surveys/index.ts';
