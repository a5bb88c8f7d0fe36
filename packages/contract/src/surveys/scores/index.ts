// What answers amount to. Exact arithmetic; every figure says which way it was computed.

export * from './bands.ts';
export * from './ikm.ts';
export * from './sample.ts';
export * from './shares.ts';
export { fromDecimal, rational, roundHalfUp, type Rational } from './rational.ts';
